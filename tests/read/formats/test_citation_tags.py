from __future__ import annotations

from seedbed.read.formats.citation_tags import CITATION_TAGS
from tests.read.seeds import read_lawfully, unread_texts


def test_tags_that_nothing_is_known_of_stay_unread() -> None:
    text = "citation_title: On Slow Rain\ncitation_author: Ann Lee\ncitation_fulltext_world_readable: yes\n"
    reading = read_lawfully(CITATION_TAGS, text)
    assert [work.title.value for work in reading.works() if work.title] == ["On Slow Rain"]
    assert unread_texts(reading) == ["citation_fulltext_world_readable: yes"]

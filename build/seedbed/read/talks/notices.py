"""What a page says about a transcript: how it was made, who may use it, and what its buttons do.

None of it is said in the recording, or is its title. A line is known by its words, and only where it stands
above the first turn or behind the last.
"""

from __future__ import annotations

import re

_LONGEST = 1500
_MADE = (
    "auto-generated|automatically|available|based on|clickable|compiled|computer-generated|condensed|contain"
    "|copyright|created|derived|displayed|edited|exported|final|generated|guaranteed|imperfect|include|intended|made"
    "|machine-generated|prepared|produced|provided|quoted|released|reviewed|rough|transcribed|updated"
)
_TOLD_OF = (
    r"(?:[\w-]+,? ){0,5}?(?:transcripts?|transcriptions?|captions)"
    r"|this (?:text|copy|interview|conversation|discussion|episode|q&a)"
)
_NOTICE = re.compile(
    rf"(?:please note[:,]? |note: |disclaimer: )?(?:{_TOLD_OF}) (?:\([^()]{{1,40}}\) )?"
    rf"(?:is|are|was|were|has|have|may|might|can|will)(?: [\w’'-]+){{0,3}}? (?:{_MADE})\b"
    r"|this is an? (?:[\w-]+,? ){0,4}transcript(?:ion)?\b"
    r"|this (?:page|file) (?:features|contains|is) (?:an? )?(?:computer|machine|auto|ai)[ -]"
    r"|complete accuracy is not guaranteed|accuracy and availability may vary|youtube captions \("
    r"|(?:\w+ is the world['’]s most advanced automated transcription|automatically convert your \w+ files)\b"
    r"|to sponsor (?:an?|the|this|our) |(?:watch|listen) on (?:youtube|apple podcasts|spotify)\b"
    r"|to order a (?:video|copy|transcript)\b|see \S{3,80} for privacy information|see privacy policy at\b"
    r"|learn more about your ad choices|(?:use )?ctrl ?\+ ?f to search|try \w+ (?:for free )?and save time",
    re.IGNORECASE,
)
"""How a sentence begins that says how a transcript was made or may be used, or whose its page is."""

_EPISODE = r"(?:(?:this|the|our|today['’]s) )?(?:episode|show|podcast)"
_SERVICES = (
    rf"send us an? (?:text|voicemail|message)(?: message)?|fan mail|support(?: {_EPISODE})?|\S+ supporter",
    r"contact (?:us|\w{3,30})|become a (?:supporter|patron|member)\b.{0,60}|starting at \$\d.{0,20}",
    r"follow us on\b.{0,60}|leave a (?:review|comment|reply)\b.{0,40}|advertise with us|popular podcasts",
    r"show ?notes,? transcript(?:,? chapter markers)?|chapter markers|mark as played|learn more",
    r"(?:[\w’']{2,20} )?links",
    rf"links (?:(?:mentioned|discussed) )?(?:in|from|to|for) {_EPISODE}|more related to {_EPISODE}",
    rf"rate {_EPISODE}|good episode\? give it some love!|discussion \(\d+\)|\d+ comments?",
    r"(?:go )?back to (?:the |this )?(?:episode|library|podcasts?|list|main page|show)\b.{0,30}",
    r"search (?:the |this )?(?:web)?site|play live radio|next up|available on air stations",
    r"return to transcripts main page|transcribe your (?:own content|podcast)",
    r"(?:see|view|read|show|hide|download|open|close|search)(?: the)?(?: full| episode| audio)? transcripts?",
    r"download(?: the)?(?: full)? transcripts? (?:as )?\(?(?:pdf|txt|docx?|srt)\b.{0,20}",
    r"download(?: the)? (?:video|audio|mp3|episode|slides)",
    r"there was a problem loading comments\W*|.{2,30} (?:logo|thumbnail)|proofread(?: by \d+ readers?)?",
    r"transcript(?:ion)? by \S{3,40}|page \d{1,4} of \d{1,4}|.{2,60} \(completed \d\d/\d\d/\d\d\)",
    r"\d+ (?:thoughts|responses|replies) (?:on|to)\b.{0,160}|[-*•] \[[^\[\]]{1,120}\]\(\S{3,300}\)",
    r"resources|references|further reading|about the (?:author|guest|host|speaker)s?",
    r"zurück zur (?:episode|folge|übersicht)|über diesen podcast|abonnieren",
    r"retour à l['’]épisode|s['’]abonner",
    r"show ?notes|(?:[-*•] )?(?:[^:]{1,100}: )?<?https?://\S{3,200}>?",
    r"(?:[-*•] )?[^():]{2,100} \(https?://\S{3,200}\)",
)
_NEVER_SAID = (
    r"discussion about this \w{3,20}|show ?notes|(?:reader |\d+ )comments|(?:leave|post) a (?:comment|reply)"
    r"|[\[(*—–-]{0,3} ?end of (?:the )?(?:full )?transcript(?:ion)?[\])*.—–-]{0,3}"
    r"|related (?:episode|post|article|story|storie)s?|more like this|you (?:may|might) also like"
)
_WRITING = r"(?:papers?|works|publications|articles|books|studies|research|sources|references|readings?)"
_TALK = rf"(?:{_EPISODE}|(?:this|the|our) (?:conversation|interview|talk|discussion|panel))"
_CITATIONS = re.compile(
    rf"(?:(?:the|all|other) )?{_WRITING}"
    rf"(?:(?:, and|,| and| &) (?:{_WRITING}|links|resources|other \w{{3,20}}))*"
    r" (?:(?:that )?we )?(?:mentioned|discussed|cited|referenced|referred to|talked about|covered)"
    rf"(?: (?:in|on|during) {_TALK})?"
    r"|references|bibliography|works cited|(?:further|recommended|suggested) reading|reading list",
    re.IGNORECASE,
)
_BELOW = re.compile(rf"{_NEVER_SAID}|(?:©|copyright ©?) ?(?:19|20)\d\d\b.*", re.IGNORECASE)
_SERVICE = re.compile("|".join(_SERVICES), re.IGNORECASE)
_LONGEST_SERVICE = 200
_SPONSOR = re.compile(
    r"(?:this|today['’]s|our)(?: \w+)? (?:episode|podcast|show|programme|program) is "
    r"(?:brought to you|sponsored|supported|made possible) by\b"
    r"|support for (?:this|our|the) (?:podcast|show|programme|program) comes from\b"
    r"|(?:and )?now,? a (?:quick )?word from our sponsors?\b"
    r"|(?:ad(?:vertisement)?|sponsor(?: message)?): "
    r"|[\[(]?(?:ad(?:vertisement)?s?|sponsor(?:ed)?)(?: (?:break|message|segment))?[\])]?$",
    re.IGNORECASE,
)
"""How a break for those who pay begins, which nobody in the conversation says."""


def is_notice(text: str) -> bool:
    """Whether a line says how a transcript was made or may be used ("This transcript may contain errors")."""
    return len(text) <= _LONGEST and _NOTICE.match(text) is not None


def is_service(text: str) -> bool:
    """Whether a line is one of the buttons, headings or addresses that sites put around a transcript."""
    return len(text) <= _LONGEST_SERVICE and _SERVICE.fullmatch(text.strip("*_#:… ")) is not None


def is_sponsored(text: str) -> bool:
    """Whether a line begins what somebody has said who pays for the recording."""
    return _SPONSOR.match(text) is not None


def heads_citations(text: str) -> bool:
    """Whether a line is the heading of works that were spoken of: "Papers mentioned in this episode"."""
    return len(text) <= _LONGEST_SERVICE and _CITATIONS.fullmatch(text.strip("*_#:… ")) is not None


def stands_below(text: str) -> bool:
    """Whether a line surely stands below what is said: a notice of rights, or over comments and the like."""
    return len(text) <= _LONGEST_SERVICE and _BELOW.fullmatch(text.strip("*_#:… ")) is not None


def is_around(text: str) -> bool:
    """Whether a line is a notice, or one of those that sites put around a transcript."""
    return is_notice(text) or is_service(text)

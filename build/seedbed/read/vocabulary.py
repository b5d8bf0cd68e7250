"""The words that the readers know, in lower case: the one place to add a language's own.

A reader never rests on these alone; they only speed up or hold back what a text's own shape says.
"""

from __future__ import annotations

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split(","))


PARTICLES = _words("""
    a/l a/p af al and ap bar ben bin bint binti da dal dalla das de degli dei del della den der des di do dos
    d/o du e el et for het ibn in la las le les los of on op s/o st ten ter the til ud ul ur van vande
    vom von y z zu zum zur 't ’t
""")
"""Words inside a name that are written in lower case."""

TITLES = _words("""
    ambassador capt captain col colonel dame dr gen general gov governor hon judge justice lady lord
    mayor minister mr mrs ms mx president prof professor rep representative rev reverend secretary
    sen senator sgt sir
""")
"""What stands before a name and is no part of it."""

SUFFIXES = _words("""
    esq ii iii iv jr kc md mp phd qc sr
""")
"""What stands behind a name and is no part of it."""

ROLES = _words("""
    a announcer answer answerer audience caller chair chairman chairperson chairwoman clerk guest host
    interviewee interviewer journalist moderator narrator operator panelist presenter q question
    questioner reporter speaker student witness
""")
"""Words that stand for a speaker without a name."""

OPENERS = _words("""
    abstract action address aim aims also am answer arguments aside author authors background
    caption caveat cc chapter clarification comment comments conclusion conclusions contents
    contributor contributors copyright correction credits date debug default definition description
    design disclaimer discussion doi edit editor eid email error example exercise extends fact
    fellows fifth figure files finally finding findings first fourth from funding fwd goal goals
    hint however identifier image implications important info interpretation interventions
    introduction isbn issn key keywords lesson license limitations link links location measurements
    measures method methods music news next note notes objective objectives orcid outcomes
    parameters part photo pm pmcid pmid point primary produced ps published publisher purpose
    question rationale re reading readings recorded reference refs remember reminder resources
    result returns second section setting significance source sources spoiler sponsor step subject
    submission summary table tags takeaway third tip tips title to topic topics transcript
    translation update upstream-contact upstream-name uri url venue version warning
    air duration episode language length podcast program programme runtime season series show
""")
"""Words that people put before a colon when nobody speaks."""

FUNCTION_WORDS = _words("""
    a about after an and are as at because before but by did do does for he her here his how i if in
    is it its my no not of ok okay on one or our she so that the their then there these they this
    those three two was we well were what when where which while who why with yes you your
""")
"""Words that begin a sentence and no name."""

TITLE_WORDS = _words("""
    a an are as at by for from how in into is of on or the their to under what when why with
""")
"""Words that titles have inside, and lists of names have not."""

ORGANISATIONS = _words("""
    academy agency association board bureau center centre centro college committee company
    consortium corporation council departamento department dept dipartimento département escola escuela
    facoltà facultad faculty fakultät foundation gmbh
    group hochschule hospital høgskole høgskolen högskola inc institut institute institution instituto
    instituut istituto journal lab laboratories
    laboratory labs llc ltd ministry museum network observatoire observatorio observatory office
    organisation organization politecnico politechnika polytechnic polytechnique press program research
    programme school society società team trust universidad universidade universita universitat
    universiteit universitetet university università universität université uniwersytet école
""")
"""Words that names of institutions have, and names of people have not."""

OF_HEADINGS = _words("""
    article articles candidate candidates chapter chapters essays interests market paper papers policy
    preprints progress projects publication publications statement talks teaching theses work working works
    writing writings
""")
"""Words that headings on a researcher's page have, and names of people have not: "Policy Writing"."""

SECTIONS = _words("""
    article articles audio blog conversation conversations debates episode episodes essay essays
    event events interview interviews lectures news podcast podcasts radio seminars show shows talk
    talks transcripts video videos
""")
"""Words that name a section of a site which publishes conversations."""

CONTENTS = _phrases("""
    about the episode, about this episode, chapters, contents, description, episode description,
    episode notes, episode outline, episode summary, in this episode,
    on this page, outline, sponsors, table of contents, timestamps
""")
"""Headings of what is listed above a conversation."""

CONTROLS = _phrases("""
    apply, apply now, apply for this project, apply to this project, arxiv, bibtex,
    code, details, download, download paper, download pdf, download report,
    full details, full paper, full report, github, learn more, lesswrong, link, more details, openreview,
    paper, pdf, post, project page, slides,
    read less, read more, read online, read paper, read the paper, read the report, report, see more,
    show less, show more, view code, view details, view more, view paper, view pdf, view project,
    view project details, view report, watch talk, watch the recording, watch the talk, watch the video,
    watch video,
    website, more info, more information, view publication, read publication, read post, read the post,
    read full paper, read the full paper, view abstract,
    mehr, mehr erfahren, mehr lesen, weiterlesen, weitere informationen, zum projekt, zur projektseite,
    en savoir plus, lire la suite, lire plus, voir plus, leer más, más información, ver más, ver proyecto,
    leia mais, saiba mais, leggi di più, scopri di più, lees meer, meer lezen, läs mer, les mer, læs mere
""")
"""What the buttons of a page say."""

MENUS = _phrases("""
    about, about us, account, back, back to top, browse, careers, close, close menu, contact,
    contact us, dashboard, donate, embedded files, help, home, homepage, jobs, join, log in, log out, login,
    logout, main menu, main navigation, menu, my account, navigation, open menu, our team, our work,
    primary menu, register, search, search for, search this site, sign in, sign out, sign up, site map,
    sitemap, skip links, skip navigation, skip to content, skip to footer, skip to main, skip to main content,
    skip to navigation, skip to primary navigation,
    start here, support us, team, toggle menu, toggle navigation, who we are
""")
"""What the entries of a page's menus say."""

BUTTONS = _phrases("""
    add to queue, apple podcasts, ask, audio, avatar image, cite, clip, copy, copy link, download, download
    audio, download episode, email, embed, export, facebook, follow, get the app, google podcasts,
    join, like, like this, linkedin, listen, listen now, listen on apple podcasts, listen on
    spotify, mail, more, mute, notes, open in app, pause, play, play audio, play episode, play
    now, print, report, restack, rss, save, share, shownotes, share on facebook, share on linkedin, share on
    twitter, share this, share this episode, share this post, show notes, skip intro, spotify,
    subscribe, subscribe now, thanks, tweet, twitter, unmute, upgrade to paid, video, view on
    youtube, watch, watch on youtube, x, youtube
""")
"""What the buttons around a recording or an article say."""

FOOTERS = _phrases("""
    0 comments, all episodes, comments, discussion about this podcast, discussion about this post,
    filed under, follow us, get updates, google sites, latest episodes, leave a comment, leave a reply,
    load more, more episodes, more from this show, more like this, more posts, newsletter, next, next episode,
    next post, no comments, older posts, page updated, popular posts, post a comment, powered by, previous,
    previous episode, previous post, privacy policy, ready for more?, recent episodes, recent posts,
    recommended, related, related articles, related content, related episodes, related posts,
    related reading, report abuse, see all, see all episodes, stay connected, stay in touch,
    subscribe to our newsletter, subscribe to the newsletter, tags, terms, terms of service,
    terms of use, view all, view comments, you may also like, you might also like
""")
"""What stands below the content of a page."""

LABELS: Mapping[str, frozenset[str]] = {
    "title": _phrases("""
        title, paper title, project, project title, talk title, title of talk,
        presentation title, poster title, thesis title, dissertation title, title of project,
        title of research project, research project title,
        titel, titre, título, titolo, 标题, 題目, 题目, 题名, タイトル, 題名, 論文名, 제목,
        tytuł, název, başlık
    """),
    "creators": _phrases("""
        author, authors, author(s), by, written by, creator, creators, contributor, contributors,
        researchers, researcher(s), investigators, co-investigator, co-investigators, co-investigator(s),
        principal investigator, principal investigators, principal investigator(s),
        co-principal investigator, co-principal investigators, pis, co-pi, co-pis, team, team members,
        project team,
        leitung, projektleitung, teilprojektleitung, projektleiter, projektleiterin, teilprojektleiter,
        teilprojektleiterin, antragsteller, antragstellerin, antragstellende, mitarbeit, mitarbeitende,
        mitarbeiter, mitarbeiterin, mitarbeiterinnen, responsable scientifique, responsables scientifiques,
        porteur du projet, porteuse du projet, investigador principal, investigadora principal,
        autor, autorin, autoren, autorinnen, autor(en), autor:innen, autorinnen und autoren, verfasser,
        verfasserin, auteur, auteurs, auteure, auteures, auteur(s), autrice, autrices,
        autora, autores, autoras, autor(es), autore, autori, autrici,
        författare, forfatter, forfattere, автор, авторы, 作者, 著者, 저자,
        autorzy, autorka, autoři, yazar, yazarlar, szerző, szerzők, tekijä, tekijät
    """),
    "fellows": _phrases("""
        fellow, fellows, fellow(s), scholar, scholars, mentee, mentees, participant, participants, student,
        students, intern, interns, grantee, grantees, trainee, trainees, resident, residents, scholar(s),
        mentee(s), student(s), participant(s), intern(s), grantee(s), trainee(s), resident(s)
    """),
    "date": _phrases("""
        date, year, publication year, jahr, année, año,
        published, published on, publication date, date published, posted, posted on, released, released on,
        finished, finished on, completed, completed on, completion date,
        datum, erscheinungsdatum, veröffentlicht, veröffentlicht am, publié, publié le, date de publication,
        fecha, fecha de publicación, publicado, publicado el, publicado em, data de publicação,
        data di pubblicazione, pubblicato, pubblicato il, gepubliceerd, gepubliceerd op, publicerad,
        publisert,
        дата, 日期, 发表, 发表日期, 发表时间, 发布日期, 发布时间, 出版日期, 發表日期,
        発表, 発表日, 公開日, 出版日, 発行日, 掲載日, 날짜, 게시일, 발행일,
        data, data publikacji, opublikowano, tarih, yayın tarihi, päivämäärä
    """),
    "venue": _phrases("""
        venue, journal, conference, published in, appeared in,
        zeitschrift, erschienen in, revue, publié dans, revista, publicado en, rivista, pubblicato in,
        tijdschrift, gepubliceerd in, 期刊, 会议, 会議, 刊名, 雑誌, 掲載誌, 학술지
    """),
    "links": _phrases("""
        link, links, url, doi, pdf, lien, liens, enlace, enlaces, 链接, 連結, リンク, 링크
    """),
    "abstract": _phrases("""
        abstract, summary, zusammenfassung, kurzfassung, résumé, resumen, resumo, riassunto, sommario,
        samenvatting, sammanfattning, sammendrag, аннотация, 摘要, 概要, 要旨, 要約, 抄録, 초록, 요약,
        streszczenie, abstrakt, özet, tiivistelmä, összefoglaló
    """),
    "topics": _phrases("""
        area, areas, category, categories, focus area, research area, research areas, stream, streams,
        theme, themes, track, tracks, keywords, key words, tags, topics,
        schlagwörter, schlagworte, stichwörter, stichworte, mots-clés,
        mots clés, palabras clave, palavras-chave, parole chiave, trefwoorden, nyckelord, nøkkelord,
        ключевые слова, 关键词, 关键字, 關鍵詞, キーワード, 키워드,
        słowa kluczowe, klíčová slova, anahtar kelimeler, avainsanat, kulcsszavak
    """),
}
"""What the labels of a work's fields say, by the field. None of them is anybody who speaks."""

NOBODY = _phrases("""
    anonymous, independent, n/a, na, none, not applicable, self-directed, self-supervised, tba, tbc, tbd,
    to be announced, to be confirmed, unassigned, unknown, various, -, –, —
""")
"""What stands where a name would, and names nobody."""

_HELPING = _words("""
    academic additional associate clinical external first industrial industry joint lead local main primary
    principal second secondary senior third university
""")
"""What stands before the labels of those who helped, to tell one from another."""

MENTORS = _phrases("""
    adviser, advisers, advisor, advisors, co-mentor, co-mentors, co-supervisor, co-supervisors, faculty,
    faculty advisor, faculty mentor, faculty mentors, mentor, mentors, project mentor, project supervisor,
    research manager, research mentor, research mentors, lead mentor, lead mentors, supervisor, supervisors,
    adviser(s), advisor(s), co-mentor(s), mentor(s), supervisor(s), mentored by, supervised by,
    betreuer, betreuerin, betreuung, directeur de thèse, directrice de thèse, director, directora, encadrant,
    encadrante, encadrants, tutor, tutora, tutores, supervisory team, 指导教师, 導師, 指導教員
""").union(
    f"{which} {role}"
    for which in _HELPING
    for role in (
        "supervisor",
        "supervisors",
        "supervisor(s)",
        "advisor",
        "advisors",
        "adviser",
        "mentor",
        "mentors",
    )
)
"""Labels that name those who helped with a work, and did not make it."""

SPEAKERS = _phrases("""
    speaker, speakers, speaker(s), presenter, presenters, presenter(s), presented by
""")
"""Labels that name whose talk something is, in a list of talks; in a conversation it is somebody."""

PROJECT_LEADS = _phrases("""
    co-author, co-authors, coauthor, coauthors, co-lead, co-leads, lead, lead author, leads, project lead,
    project leads, project leader, project leaders, proposed by, research lead, research leads
""")
"""Labels that name those who lead a project, or wrote with those whom another label names."""

FIELD_LABELS = frozenset[str]().union(*(labels for field, labels in LABELS.items() if field != "fellows"))
"""Those of them that stand for nobody: a student or a participant may speak."""

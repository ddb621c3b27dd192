"""Who said what, class by class: one table for all that the reading promises.

Each text (¶ parts paragraphs, ⏎ breaks a line) gives its quotations in order, then what is laid at somebody's
door in indirect speech, marked “~”: speaker | cue | kind of source | person. “nobody” is a quotation without
a speaker. What single modules do in odd places is tested beside them.
"""

from __future__ import annotations

import pytest

from newslint.language.pipeline import Pipeline
from newslint.readers.markdown import MarkdownReader
from newslint.readers.plain import PlainReader
from newslint.story.story import Story

READERS: dict[str, type[PlainReader] | type[MarkdownReader]] = {"txt": PlainReader, "md": MarkdownReader}


def story_of(text: str, kind: str = "txt", cues: tuple[str, ...] = ()) -> Story:
    source = text.replace(" ¶ ", "\n\n").replace(" ⏎ ", "\n")
    return Story(READERS[kind]().read(f"draft.{kind}", source.encode()), Pipeline("blank"), cues=cues)


def heard(story: Story) -> list[str]:
    cited = {statement: source for source in story.sources for statement in source.statements}
    rows = []
    for number in [
        *(quotation.attribution for quotation in story.quotations),
        *(said.index for said in story.attributions if not said.direct),
    ]:
        if number is None:
            rows.append("nobody")
            continue
        said, source = story.attributions[number], cited.get(number)
        kind, person = (source.kind, source.person or "-") if source else ("-", "-")
        cells = (story.draft.cut(said.speaker), story.draft.cut(said.cue), kind, person)
        rows.append(("" if said.direct else "~") + " | ".join(" ".join(cell.split()) for cell in cells))
    return rows


HOLT = "Mira Holt | said | named | Mira Holt"
CLASSES: dict[str, dict[str, list[str]]] = {
    "straight marks": {
        '"We sail," said Mira Holt.': [HOLT],
        '"We sail," said Mira Holt. "At noon."': [HOLT, HOLT],
    },
    "curly marks": {
        "“We sail,” said Mira Holt.": [HOLT],
        "“We sail,” said Mira Holt. “At noon.”": [HOLT, HOLT],
    },
    "single marks with apostrophes": {
        "‘The groups’ offers won’t do,’ said Mira Holt. ‘Not in the ’90s.’": [HOLT, HOLT],
        "‘We sail for IS’s rock ’n’ roll,’ said Mira Holt.": [HOLT],
    },
    "straight single marks": {
        "'The groups' offers won't do,' said Mira Holt.": [HOLT],
        "'We sail in the '90s boats,' said Mira Holt.": [HOLT],
    },
    "ticks": {
        "``We sail,'' said Mira Holt.": [HOLT],
        "``We sail,'' said Mira Holt. ``At noon.''": [HOLT, HOLT],
    },
    "guillemets and low marks": {
        "«We sail», said Mira Holt.": [HOLT],
        "»We sail«, said Mira Holt.": [HOLT],
        "„We sail“, said Mira Holt.": [HOLT],
    },
    "nested": {
        "“He told me, ‘Sail,’ and left,” said Mira Holt.": [HOLT],
        "‘He told me “Sail” and left,’ said Mira Holt.": [HOLT],
    },
    "unclosed": {
        "“We sail, said Mira Holt. Nobody left. ¶ The quay is shut. “At noon,” said Ida Moss.": [
            "nobody",
            "Ida Moss | said | named | Ida Moss",
        ],
        "“We sail, said Mira Holt. ¶ Nobody left. ¶ “At noon,” said Ida Moss.": [
            "nobody",
            "Ida Moss | said | named | Ida Moss",
        ],
    },
    "reopened": {
        "“We sail,” said Mira Holt, “and we stay. ¶ “We have done so for years.” ¶ The quay is shut.": [
            HOLT,
            HOLT,
            HOLT,
        ],
        "‘We sail at noon. ¶ ‘We have done so for years,’ said Mira Holt.": [HOLT, HOLT],
    },
    "broken by line ends": {
        "“We sail, ⏎ all of us,” said ⏎ Mira Holt.": [HOLT],
        "Mira ⏎ Holt said: ⏎ “We sail, ⏎ all of us.”": [HOLT],
    },
    "pull quotes": {
        "“The quay was lost years ago.” ¶ - Mira Holt, harbour master": ["Mira Holt | - | named | Mira Holt"],
        "Nobody came. ¶ “The quay was lost years ago.” ⏎ — Mira Holt": ["Mira Holt | — | named | Mira Holt"],
        "Nobody came. ¶ “The quay was lost years ago.” ¶ — Mira Holt": ["Mira Holt | — | named | Mira Holt"],
    },
    "transcripts": {
        "HOLT: “I never signed it.” ¶ REED: “You did, and I saw you.”": [
            "HOLT | : | named | -",
            "REED | : | named | -",
        ],
        "Mira Holt came. ¶ HOLT: I never signed it. “Nobody did on that day.”": [
            "HOLT | : | named | Mira Holt"
        ],
    },
    "titles": {
        "The film “A Long Way Down” opens. “It is dull,” said Mira Holt.": ["nobody", HOLT],
        "Mira Holt, who wrote “A Long Way Down,” said no to all.": ["nobody"],
    },
    "nicknames": {
        "Mira “the Gull” Holt said, “We sail.”": [
            "nobody",
            "Mira “the Gull” Holt | said | named | Mira Holt",
        ],
        "“We sail,” said Ida ‘Red’ Moss.": ["Ida ‘Red’ Moss | said | named | Ida Moss", "nobody"],
    },
    "scare quotes": {
        "It was a so-called ‘trap’ from the start.": ["nobody"],
        "The “reform” of the board cost four jobs.": ["nobody"],
    },
    "slogans": {
        "A sign read “Keep off the grass.”": ["A sign | read | document | -"],
        "The hall was full of cries of “No more tolls on the river!”": ["nobody"],
    },
    "attribution before": {
        "Mira Holt, the harbour master, said: “We sail.”": [HOLT],
        "On Monday Mira Holt said “we sail.”": [HOLT],
    },
    "attribution after": {
        "“We sail,” Mira Holt, 45, the harbour master, told the board.": [
            "Mira Holt | told | named | Mira Holt"
        ],
        "“We sail,” Mira Holt said on Monday.": [HOLT],
    },
    "attribution in the middle": {
        "“We sail,” said Mira Holt, “and we stay.”": [HOLT, HOLT],
        "“We sail,” Mira Holt, hoarse by then, said, “and we stay.”": [HOLT, HOLT],
    },
    "inverted with a long apposition": {
        "“We sail,” said Emily Carter, an analyst at Kent Town, who has written on boats, “and we win.”": [
            "Emily Carter | said | named | Emily Carter",
            "Emily Carter | said | named | Emily Carter",
        ],
        "“We sail,” said Emily Carter, 45, who runs the quay and the two boats on it. “At noon.”": [
            "Emily Carter | said | named | Emily Carter",
            "Emily Carter | said | named | Emily Carter",
        ],
    },
    "follow-on after a full stop": {
        "“We sail,” said Mira Holt. “At noon, all of us.”": [HOLT, HOLT],
        "“We sail,” said Mira Holt, the chair, on Monday. She paused. “At noon, all of us.”": [HOLT, HOLT],
    },
    "behind a question or an exclamation": {
        "“Do we sail?” asked Mira Holt. “At noon?”": [
            "Mira Holt | asked | named | Mira Holt",
            "Mira Holt | asked | named | Mira Holt",
        ],
        "“We sail!” Mira Holt cried. “All of us!”": [
            "Mira Holt | cried | named | Mira Holt",
            "Mira Holt | cried | named | Mira Holt",
        ],
    },
    "according to": {
        "According to Mira Holt, the boats “will sail at noon.”": [
            "Mira Holt | According to | named | Mira Holt"
        ],
        "The boats “will sail at noon,” according to the harbour log.": [
            "the harbour log | according to | document | -"
        ],
        "According to the Kent Gazette, the quay is lost.": [
            "~the Kent Gazette | According to | organisation | -"
        ],
    },
    "of-clauses": {
        "In the words of Mira Holt, the toll is “a farce on the river.”": [
            "Mira Holt | the words of | named | Mira Holt"
        ],
        "The words of Mira Holt: “The toll is a farce on the river.”": [
            "Mira Holt | The words of | named | Mira Holt"
        ],
        "It is, in Mira Holt’s words, “a farce on the river.”": ["Mira Holt’s | words | named | Mira Holt"],
        "The toll is “a farce,” in her own words.": ["her | words | pronoun | -"],
    },
    "participles": {
        "Mira Holt stood up, adding: “We sail.”": ["Mira Holt | adding | named | Mira Holt"],
        "Mira Holt praised the crews, calling them “the best on the river.”": [
            "Mira Holt | calling | named | Mira Holt"
        ],
    },
    "passive by": {
        "The plan was called “a farce” by Mira Holt.": ["Mira Holt | by | named | Mira Holt"],
        "The toll, described by Mira Holt as “a farce,” stays.": [
            "Mira Holt | described by | named | Mira Holt"
        ],
        "The toll was denounced as “a farce” by the union.": ["the union | by | organisation | -"],
    },
    "colon without a verb": {
        "Mira Holt: “We sail.”": ["Mira Holt | : | named | Mira Holt"],
        "Mira Holt was blunt: “We sail.”": ["Mira Holt | : | named | Mira Holt"],
    },
    "dash without a verb": {
        "“We sail.” — Mira Holt": ["Mira Holt | — | named | Mira Holt"],
        "Mira Holt was blunt — “We sail, all of us.”": ["Mira Holt | — | named | Mira Holt"],
    },
    "tweeted, wrote": {
        "“We sail at noon,” Mira Holt tweeted.": ["Mira Holt | tweeted | named | Mira Holt"],
        "“We sail at noon,” Mira Holt wrote on Monday.": ["Mira Holt | wrote | named | Mira Holt"],
    },
    "told and its hearer": {
        "Mira Holt told the Gazette: “We sail at noon.”": ["Mira Holt | told | named | Mira Holt"],
        "Mira Holt told reporters that the fleet would sail.": ["~Mira Holt | told | named | Mira Holt"],
    },
    "statements and documents": {
        "“The valves were old,” the report found.": ["the report | found | document | -"],
        "A statement from the board said “the toll will stay.”": ["A statement | said | document | -"],
        "In a statement, the board said: “The toll will stay.”": ["the board | said | organisation | -"],
    },
    "speaker of the sentence before": {
        "Mira Holt was furious on Monday. She said the toll was a farce. “The quay was lost years ago.”": [
            "She | said | named | Mira Holt"
        ],
        "“We sail.” Mira Holt said so on Monday.": [HOLT],
    },
    "speaker of the paragraph before": {
        "Mira Holt said this of the quay: ¶ “It was lost years ago, and all of us knew.”": [HOLT],
        "“We sail,” Mira Holt said. ¶ “We have told every buyer so.”": [HOLT, HOLT],
        "The board issued a statement. ¶ “The toll will stay.”": ["The board | issued | organisation | -"],
    },
    "cues inside a quotation": {
        "“Reed said no and the board agreed,” said Mira Holt.": [HOLT],
        "“They told me to go. I said, ‘No,’” Mira Holt said.": [HOLT],
    },
    "reported by somebody else": {
        "The Gazette quoted Mira Holt as saying “no more tolls.”": ["Mira Holt | saying | named | Mira Holt"],
        "Mira Holt, quoted by the Gazette, said: “No more tolls.”": [HOLT],
    },
    "he and she": {
        "Mira Holt rose to speak. “The quay was lost years ago,” she said.": [
            "she | said | named | Mira Holt"
        ],
        "Ms. Tully met Mr. Okoro. “It sank,” he said.": ["he | said | named | -"],
        "Ann Tully left early. Brian Okoro stayed. “It poured,” he said.": [
            "he | said | named | Brian Okoro"
        ],
        "“It sank,” he said. Nobody knew who.": ["he | said | pronoun | -"],
    },
    "they and it": {
        "Police said the boat sank. “It sank,” they said.": [
            "they | said | organisation | -",
            "~Police | said | organisation | -",
        ],
        "“It is unsafe,” the board said. It added that divers were on their way.": [
            "the board | said | organisation | -",
            "~It | added | organisation | -",
        ],
    },
    "the senator": {
        "Sen. Ruth Adeyemi came late. “No,” the senator said.": ["the senator | said | named | Ruth Adeyemi"],
        "The judge, Ann Moss, ruled. “No,” the judge said.": ["the judge | said | named | Ann Moss"],
    },
    "the ministry": {
        "The Ministry of Fish denied it. “We never fished,” the ministry said.": [
            "the ministry | said | organisation | -"
        ],
        "The harbour agency shut the quay. “It is unsafe,” the agency said.": [
            "the agency | said | organisation | -"
        ],
    },
    "surname to full name": {
        "Mira Holt runs the quay. ¶ “We sail,” Holt said.": ["Holt | said | named | Mira Holt"],
        "“We sail,” Mr. Okoro said. ¶ Brian Okoro, 44, is a cook.": [
            "Mr. Okoro | said | named | Brian Okoro"
        ],
    },
    "anonymous": {
        "“We sail,” a source said.": ["a source | said | anonymous | -"],
        "“We sail,” said a senior port official, who asked not to be named because talks go on.": [
            "a senior port official | said | anonymous | -"
        ],
        "“It is over,” said a person familiar with the talks.": ["a person | said | anonymous | -"],
    },
    "collective": {
        "Analysts said the quay was lost.": ["~Analysts | said | collective | -"],
        "Crowds chanted: “No more tolls!”": ["Crowds | chanted | collective | -"],
    },
    "spokespeople": {
        "A spokeswoman for the board said: “We sail.”": ["A spokeswoman | said | spokesperson | -"],
        "A port spokesman, Ian Reid, said: “We sail.”": ["A port spokesman | said | named | Ian Reid"],
        "Board spokeswoman Ida Moss said: “We sail.”": [
            "Board spokeswoman Ida Moss | said | named | Ida Moss"
        ],
    },
    "organisations": {
        "The board said “we sail.”": ["The board | said | organisation | -"],
        "The Kent Gazette reported that the quay was lost.": [
            "~The Kent Gazette | reported | organisation | -"
        ],
    },
    "documents": {
        "Court papers say the quay was lost.": ["~Court papers | say | document | -"],
        "“No more tolls,” read a banner.": ["a banner | read | document | -"],
    },
    "witnesses": {
        "A witness said the mast fell.": ["~A witness | said | witness | -"],
        "Residents said the mast fell.": ["~Residents | said | witness | -"],
    },
    "not anonymous once named": {
        "Tom Pars, the candidate, came late. “We win,” the candidate said.": [
            "the candidate | said | named | Tom Pars"
        ],
        "The agency’s spokesman, Ian Reid, came. “It is unsafe,” the agency’s spokesman said.": [
            "the agency’s spokesman | said | named | Ian Reid"
        ],
    },
    "nobody": {
        "Sources of income have dried up. Sources of water said to be clean ran dry.": [],
        "Boats said to be safe sank. The source of the leak is old.": [],
    },
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, rows, id=f"{name}: {text[:40]}")
        for name, cases in CLASSES.items()
        for text, rows in cases.items()
    ],
)
def test_who_said_what(text: str, expected: list[str]) -> None:
    assert heard(story_of(text)) == expected


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("> The quay was lost ¶ Mira Holt left.", ["nobody"]),
        ("> The quay was lost years ago. ⏎ > — Mira Holt", ["Mira Holt | — | named | Mira Holt"]),
        ("Mira Holt wrote: ¶ > The quay was lost years ago.", ["Mira Holt | wrote | named | Mira Holt"]),
    ],
)
def test_block_quotes(text: str, rows: list[str]) -> None:
    assert heard(story_of(text, "md")) == rows


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("The film “A Long Way Down” opens.", ["title"]),
        ("Mira Holt, who wrote “A Long Way Down,” left.", ["title"]),
        ("Mira “the Gull” Holt left.", ["term"]),
        ("“We sail,” said Ida ‘Red’ Moss.", ["speech", "title"]),
        ("It was a so-called ‘trap’ from the start.", ["term"]),
        ("The “reform” of the board cost four jobs.", ["term"]),
        ("The hall was full of cries of “No more tolls on the river!”", ["title"]),
        ("It ran under the slogan “Harbour First and Last.”", ["title"]),
        ("Mira Holt called it “a farce.”", ["fragment"]),
        ("Mira Holt vowed “stern measures” against thieves.", ["fragment"]),
        ("“Yes,” Mira Holt said.", ["speech"]),
        ("“We sail at noon,” Mira Holt said.", ["speech"]),
    ],
)
def test_speech_is_told_from_what_else_stands_in_marks(text: str, uses: list[str]) -> None:
    assert [quotation.use for quotation in story_of(text).quotations] == uses


@pytest.mark.parametrize(
    ("text", "descriptor", "reason"),
    [
        ("“We sail,” a source said.", None, None),
        ("“We sail,” officials said.", None, None),
        ("“We sail,” said a senior port official.", "senior port official", None),
        ("“It is over,” said a person familiar with the talks.", "person familiar with the talks", None),
        (
            "“We sail,” said a port official, who asked not to be named because talks go on.",
            "port official",
            "because talks go on",
        ),
        (
            "“We sail,” said an aide on condition of anonymity to discuss private talks.",
            "aide",
            "to discuss private talks",
        ),
        ("“We sail,” said an aide on condition of anonymity.", "aide", None),
        (
            "“No,” said a friend of Mira Holt, who would not be named for fear of losing her job.",
            "friend of Mira Holt",
            "for fear of losing her job",
        ),
    ],
)
def test_what_is_told_of_a_source_without_a_name(
    text: str, descriptor: str | None, reason: str | None
) -> None:
    story = story_of(text)
    (source,) = story.sources
    assert source.kind == "anonymous"
    assert (source.descriptor, source.reason and source.reason.cut(story.text)) == (descriptor, reason)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“We sail,” said an aide. “At noon,” the aide added. The aide said more was to come.", 1),
        ("“We sail,” said an aide. “No,” said another aide.", 2),
        ("Mira Holt said no boat was safe. “None,” Holt said. “Not one,” she said.", 1),
        ("Ann Tully, the mayor, left. “No,” the mayor said. “Never,” said Tully.", 1),
        ("Two officials said it was dead. The officials said they knew.", 1),
        ("A port official said it was dead. A town official said it was not.", 2),
        ("The Gazette said it was dead. The report said it was not. Residents said nobody knew.", 3),
    ],
)
def test_a_source_counts_once_however_often_it_speaks(text: str, count: int) -> None:
    assert len(story_of(text).sources) == count


@pytest.mark.parametrize(
    ("text", "cue"),
    [("The captain chirruped, “We sail.”", "chirrup"), ("“We sail,” sang out Mira Holt.", "sing~out sang")],
)
def test_a_house_has_cues_of_its_own(text: str, cue: str) -> None:
    with_it = story_of(text, cues=(cue,))
    assert [said.verb for said in with_it.attributions] == [cue.split()[0].replace("~", " ")]

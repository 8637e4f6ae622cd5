"""The rules that make statements; their ids are public and stable."""

from generator.model import Rule

QUOTATION_BEFORE_CUE = Rule(
    "statement.quotation-before-cue", "A quotation, then its speaker and a verb of saying: “…,” X said."
)
QUOTATION_AFTER_CUE = Rule(
    "statement.quotation-after-cue", "A speaker and a verb of saying, then the quotation: X said, “…”."
)
INVERTED = Rule("statement.inverted", "The verb of saying stands before its speaker: “…,” said X, a lawyer.")
CLAUSE = Rule("statement.clause", "A speaker, a reporting verb and a clause: X said (that) …")
RELATIVE_CLAUSE = Rule("statement.relative-clause", "A clause told inside a relative clause: …, which X said was …")
PARENTHETICAL = Rule(
    "statement.parenthetical", "The speaker and the verb stand between commas or at the end: …, X said."
)
AS_SAID = Rule("statement.as-said", "“As X said, …”.")
ACCORDING_TO = Rule("statement.according-to", "“According to X”.")
ADDRESSEE = Rule("statement.addressee", "A verb that names the hearer, then what was said: X told Y that …")
QUESTION = Rule("statement.question", "A question reported: X asked whether …")
INFINITIVE = Rule("statement.infinitive", "A wish, a promise or a refusal: X vowed to …")
OBJECT = Rule("statement.object", "A verb that moves somebody or gives a name: X urged Y to …, X called it …")
MATTER = Rule("statement.matter", "A verb of speech or judgement with its matter: X criticised …, X called for …")
PASSIVE = Rule("statement.passive", "The verb in the passive: … was criticised by X.")
NOUN = Rule("statement.noun", "A noun of saying with its speaker: X's claim that …, warnings from X.")
COLON = Rule("statement.colon", "A name and a colon at the head of a line: X: …")
SET_OFF = Rule(
    "statement.set-off", "A speaker, a verb of saying and a colon; the words are the next paragraph: X said: …"
)
BLOCK_QUOTATION = Rule(
    "statement.block-quotation",
    "The file sets the words off as a quotation, and neither the line above nor a signature tells whose they are.",
)
TURN = Rule("statement.turn", "A paragraph of a transcript that begins with its speaker and a colon: X: …")
SIGNATURE = Rule("statement.signature", "A quotation and behind a dash, or in the next line, its speaker: “…” — X")
CONTINUED = Rule(
    "statement.continued",
    "A quotation without a speaker follows one that has a speaker, and is read on as the same speaker's.",
)
HEARSAY = Rule(
    "statement.hearsay", "A passive that names nobody: … is expected to …, … is seen as …, it was reported that …"
)
APPEARANCE = Rule("statement.appearance", "What something seems to be, the text does not say to whom: X appears to …")
SURVEY = Rule("statement.survey", "“In a poll by X, …”.")
STATE = Rule("statement.state", "An adjective of a state of mind: X is confident that …, X is wary of …")

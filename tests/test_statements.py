"""Source, cue and content of each attribution.

A row draws the content ⟦…⟧, the source ‹…› and the cue «…» of every statement in it; a row without brackets has none.
"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.quotations import find_quotations
from generator.annotate.sentences import find_sentences
from generator.annotate.statements import find_statements
from generator.model import Statement
from tests.drawing import draw, make_article, unmark


def read(text: str) -> list[Statement]:
    article = make_article(text)
    return list(find_statements(article, list(find_sentences(article)), list(find_quotations(article))))


def bare(marked: str) -> str:
    return unmark(unmark(unmark(marked)[0], "‹", "›")[0], "«", "»")[0]


def drawn(text: str) -> str:
    """Draw every statement of `text`."""
    found = read(text)
    return draw(
        text,
        ("⟦⟧", [span for statement in found for span in statement.content]),
        ("‹›", sorted({span for statement in found for span in statement.source})),
        ("«»", sorted({span for statement in found for span in statement.cue})),
    )


SURE = [
    pytest.param("⟦“It is over.”⟧ «―» ‹Xo Zarqa›", id="signature"),
    pytest.param("⟦”It is “over,” I say.”⟧«―» ‹Xo Zarqa›", id="signature-behind-misdirected-marks"),
    pytest.param("⟦“One.⟧\n\n⟦“Two.⟧\n\n⟦“Three.”⟧\n\n«--» ‹Ana Reyes›", id="signature-below-several-paragraphs"),
    pytest.param("⟦“One.⟧\n\n⟦“Two.”⟧ «―» ‹Ana Reyes›\n\n⟦“Three.”⟧ «―» ‹Xo Zarqa›", id="signatures-of-readers"),
    pytest.param("‹Reyes› «tweeted» ⟦the video of the bridge is false⟧.", id="a-clause-about-what-may-be-made"),
    pytest.param("‹Reyes› «wrote» ⟦the letter was false⟧.", id="a-clause-about-a-letter"),
    pytest.param("⟦“It is over,”⟧ «said» ‹Tom Reyes, who has lived there since 1988›.", id="inverted-with-who-is-told"),
    pytest.param("⟦“We will appeal,”⟧ ‹Reyes› «said».", id="quotation-then-cue"),
    pytest.param("⟦“We will appeal!”⟧ ‹Ms. Reyes› «said».", id="exclamation-then-name"),
    pytest.param("⟦“Shall we appeal?”⟧ «asked» ‹Reyes›. ⟦“We must.”⟧", id="question-then-inverted"),
    pytest.param("⟦''We will appeal,''⟧ ‹Ms. Reyes› «said».", id="two-single-marks"),
    pytest.param("⟦‘We will appeal,’⟧ ‹Ms Reyes› «said».", id="single-marks"),
    pytest.param("⟦“He told me ‘go’ and I went,”⟧ ‹she› «said».", id="nested-quotation"),
    pytest.param("⟦“Vote now,”⟧ ‹the sign› «says».", id="whatever-speaks-behind-a-quotation"),
    pytest.param("⟦“We will appeal,”⟧ «said» ‹Ana Reyes, a lawyer for the city›.", id="inverted-with-apposition"),
    pytest.param("‹Ana Reyes, a lawyer for the city›, «said», ⟦“We will appeal.”⟧", id="apposition-between-commas"),
    pytest.param("‹Reyes (D-Ohio)› «said» ⟦it was over⟧.", id="party-in-brackets"),
    pytest.param("On Monday, ‹Reyes, 52›, «said» ⟦it was over⟧.", id="age"),
    pytest.param(
        "‹Ana Reyes, who led the inquiry›, «told» reporters ⟦that it was over⟧.", id="relative-clause-in-front"
    ),
    pytest.param("⟦“We will appeal,”⟧ ‹Reyes› «said», ⟦“and we will win.”⟧", id="split-by-its-cue"),
    pytest.param("⟦“We will appeal,”⟧ ‹she› «said». ⟦“We will win.”⟧", id="unattributed-second-sentence"),
    pytest.param('⟦"We go forward […] We decide"⟧, ‹Reyes› «said», cited by Reuters.', id="relay-stays-outside"),
    pytest.param("‹Reyes› «said»: ⟦“We will appeal.”⟧", id="colon"),
    pytest.param("‹Reyes› «said» ⟦that the plan was “a disgrace” for the city⟧.", id="mixed"),
    pytest.param("‹She› «told» reporters on Monday ⟦that the plan was dead⟧.", id="told-reporters-that"),
    pytest.param("‹Reyes› «warned» Ottawa ⟦that it could lose access⟧.", id="hearer-before-that"),
    pytest.param("‹Reyes› «said» earlier ⟦that prices would rise⟧.", id="adverb-before-that"),
    pytest.param("‹Reyes› «said» in a statement ⟦that “the plan is dead.”⟧", id="in-a-statement"),
    pytest.param("⟦The plan is dead⟧, ‹two senior officials› «said».", id="cue-at-the-end"),
    pytest.param("⟦The plan⟧, ‹officials› «said», ⟦is dead⟧.", id="cue-between-commas"),
    pytest.param("«According to» ‹a person familiar with the talks›, ⟦the plan is dead⟧.", id="according-to-first"),
    pytest.param("‹Doe, Lee and Reyes› «said» ⟦that the plan was dead⟧.", id="three-speak"),
    pytest.param("In Lima, ‹Lee and Reyes› «said» ⟦that the plan was dead⟧.", id="a-place-is-no-third"),
    pytest.param("After the game, ‹Lee and Reyes› «said» ⟦that the plan was dead⟧.", id="a-time-is-no-third"),
    pytest.param("⟦The plan is dead⟧, «according to» ‹the ministry›.", id="according-to-last"),
    pytest.param("‹Sources directly familiar with the talks› «say» ⟦a deal is near⟧.", id="familiar-with"),
    pytest.param(
        "‹A person familiar with the talks, who asked not to be named›, «said» ⟦a deal is near⟧.", id="why-unnamed"
    ),
    pytest.param("‹A spokesman for Mayor Lee› «said» ⟦that he was ill⟧, according to Reuters.", id="relay-no-origin"),
    pytest.param("‹Sources close to the mayor› «said» ⟦she was ill⟧.", id="sources-close-to"),
    pytest.param("‹About four in 10› «said» ⟦they were “angry” with the plan⟧.", id="poll-numbers"),
    pytest.param("‹52 percent of voters› «said» ⟦the plan was dead⟧.", id="percentage"),
    pytest.param("‹The letter›, signed by 50 doctors, «says» ⟦the drug is safe⟧.", id="letter"),
    pytest.param("‹The judge› «wrote» in her ruling ⟦that the law was void⟧.", id="ruling"),
    pytest.param("⟦“It is over,”⟧ ‹Reyes› «tweeted» at 9 a.m.", id="tweet"),
    pytest.param("‹Mr Justice Brown› «told» the jury: ⟦“You must decide.”⟧", id="told-the-jury-colon"),
    pytest.param("‹Reyes› «said» ⟦that, if elected, she would resign⟧.", id="condition-inside"),
    pytest.param("He met the mayor and ‹Reyes› «said» ⟦it was over⟧.", id="subject-behind-and"),
    pytest.param("When the vote was over, ‹Reyes› «said», ⟦“We lost.”⟧", id="adverbial-clause-in-front"),
    pytest.param(
        "⟦“We lost,”⟧ ‹the coach› «told» the BBC after the game, ⟦“but we will be back.”⟧", id="told-and-resumed"
    ),
    pytest.param("‹Reyes and Lee› «said» ⟦the plan was dead⟧.", id="two-speakers"),
    pytest.param("‹The firm› «accused» ⟦the city of theft⟧.", id="accused-of"),
    pytest.param("‹Ms. Reyes› «has repeatedly denied» ⟦the charges⟧.", id="denial"),
    pytest.param("‹The court filing› «says» ⟦the firm hid the money⟧.", id="document"),
    pytest.param(
        "‹Officials› «said» ⟦that the bridge, which opened in 1990, would close, and that a ferry would run⟧.",
        id="clauses-inside-and-behind",
    ),
    pytest.param("‹Reyes› «said» ⟦roughly 1,100 people had come by 9:24 on Monday⟧.", id="numbers-with-marks-inside"),
    pytest.param("‹Reyes› «said» ⟦the bridge was safe, and the ferry would run⟧.", id="and-would"),
    pytest.param("‹Reyes› «said» ⟦the bridge was safe, but the town would close it⟧.", id="but-would"),
    pytest.param("‹Reyes› «said» ⟦the bridge was safe⟧, but the town closed it.", id="but-of-the-writer"),
    pytest.param("‹Reyes› «says» ⟦the bridge is safe⟧, and the town opened it on Monday.", id="step-into-the-past"),
    pytest.param("‹Reyes› «says» ⟦the bridge is “a disgrace,” and the river is worse⟧.", id="on-behind-a-quotation"),
    pytest.param("‹Reyes› «says» ⟦the plan, while costly, is sound⟧.", id="aside-without-a-verb"),
    pytest.param(
        "‹Reyes› «said» ⟦the council had found that the rooms, which opened in May, were empty⟧.",
        id="relative-clause-before-its-verb",
    ),
    pytest.param("‹Reyes› «said» ⟦the town lost the vote⟧, a charge that hurt.", id="label-of-the-writer"),
    pytest.param("‹Reyes› «said» ⟦the plan was dead; the town had no money⟧.", id="semicolon-inside"),
    pytest.param("‹Reyes› «dismissed» ⟦questions he did not like⟧.", id="relative-clause-without-that"),
    pytest.param("‹Reyes› «praised» ⟦all bridges, including the new one⟧, on Monday.", id="including"),
    pytest.param("‹Reyes› «criticised» ⟦the accord reached after two weeks of talks⟧.", id="reached-after"),
    pytest.param("‹Reyes — a friend of the mayor› — «said» ⟦the bridge was safe⟧.", id="name-between-dashes"),
    pytest.param("‹Reyes› — who left in May — «said» ⟦the bridge was safe⟧.", id="clause-between-dashes"),
    pytest.param("‹People briefed on the move› «said» ⟦the bridge was safe⟧.", id="people-briefed-on"),
    pytest.param("‹Those who have heard from the mayor› «say» ⟦the bridge is safe⟧.", id="those-who-have"),
    pytest.param("‹Members trying to save the bridge› in May «said» ⟦it was safe⟧.", id="members-trying-to"),
    pytest.param("‹Some› «say» ⟦the bridge is safe⟧.", id="some-say"),
    pytest.param("‹Jolly› «said» ⟦the bridge was safe⟧.", id="a-name-like-an-adverb"),
    pytest.param("‹Other city advocates› «also said» ⟦the bridge was safe⟧.", id="advocates-are-people"),
    pytest.param("‹Reyes› «said» ⟦having Lee on the council is a mistake⟧.", id="having"),
    pytest.param("‹Reyes› «once said» ⟦the bridge was safe⟧.", id="once-said"),
    pytest.param("‹Reyes› «said» ⟦that's a mistake⟧.", id="that-is"),
    pytest.param("‹Reyes› «said» ⟦her $4 million bridge was safe⟧.", id="her-and-a-sum"),
    pytest.param("‹Reyes› «said» ⟦about half of the town had left⟧.", id="about-half"),
    pytest.param("⟦“It is over,”⟧ «said» ‹retired General Ann Reyes›.", id="retired-general"),
    pytest.param(
        "‹Reyes› «told» a crowd in Lund, the old mill town, on Monday ⟦that the plan was dead⟧.", id="told-far-off"
    ),
    pytest.param("‹Reyes and Lee› «have both argued» ⟦that the bridge is safe⟧.", id="both-argued"),
    pytest.param("‹Reyes› «said», twice, ⟦that the bridge was safe⟧.", id="twice-between-commas"),
    pytest.param("⟦The bridge is safe⟧, ‹the council› «reported» on Tuesday.", id="on-tuesday-is-no-matter"),
    pytest.param("‹Reyes› «told» Lee ⟦to quiet the crowd⟧.", id="told-to"),
    pytest.param("‹Reyes› «asked» her assistant ⟦to print the letter⟧.", id="asked-to"),
    pytest.param("⟦“It is over,”⟧ «said» ‹Tom Reyes, a delegate from the city›.", id="a-delegate"),
    pytest.param("‹Reyes› «later asked» Lee ⟦if the bridge was safe⟧.", id="later-asked"),
    pytest.param(
        "⟦The plan is backed by Lee (D-Ohio) and Reyes (R-Iowa)⟧, «according to» ‹the ministry›.", id="ends-in-brackets"
    ),
]
TO_CHECK = [
    pytest.param("‹The club› «dismissed» ⟦head coach Ana Reyes as a failure⟧.", id="dismissed-as-something"),
    pytest.param("⟦“It is over.”⟧ «―» ‹Reyes›", id="signature-of-one-word"),
    pytest.param("⟦“It is over.”⟧ «―» ‹New York Times›", id="signature-of-a-newsroom"),
    pytest.param(
        "Critics cried foul, with ‹one reader› «asking», ⟦“Who pays for this?”⟧", id="with-a-reader-asking-a-quotation"
    ),
    pytest.param("‹Lee› «defended» ⟦the plan⟧, with ‹one aide› «saying» ⟦that it works⟧.", id="with-an-aide-saying"),
    pytest.param(
        "⟦“It is over,”⟧ «said» ‹one official who spoke on condition of anonymity›.", id="inverted-with-relative"
    ),
    pytest.param("As ‹the mayor› «noted», ⟦the bridge is closed⟧.", id="as-said"),
    pytest.param("As «reported» by ‹Reuters›, ⟦the bridge is closed⟧.", id="as-reported-by"),
    pytest.param("‹Reyes› visited the bridge on Monday and «said» ⟦it was safe⟧.", id="shared-subject"),
    pytest.param("‹The mayor› «called for» ⟦an inquiry into the fire⟧ on Monday.", id="called-for"),
    pytest.param("‹Reyes› «said» ⟦the same of Lee⟧.", id="said-the-same"),
    pytest.param("⟦The fire⟧ «is expected» ⟦to resurge in May⟧.", id="expected-to-with-a-rare-verb"),
    pytest.param("‹The firm› «reported» ⟦spending $2 million on bridges⟧.", id="reported-spending"),
    pytest.param("‹Reyes› «announced» on Monday ⟦the plan for the bridge⟧.", id="announced-on-a-day"),
    pytest.param("‹The mayor› «took issue with» ⟦the plan⟧.", id="took-issue-with"),
    pytest.param("‹The mayor› «distanced himself from» ⟦the plan⟧.", id="distanced-himself-from"),
    pytest.param("‹The mayor› «is looking» ⟦to widen the bridge⟧.", id="is-looking-to"),
    pytest.param("‹The mayor› «echoed» ⟦the fears of the town⟧.", id="echoed"),
    pytest.param("‹The mayor› «vowed» ⟦to rebuild the bridge⟧.", id="vowed-to"),
    pytest.param("‹She› «asked» ⟦whether the bridge was safe⟧.", id="asked-whether"),
    pytest.param("«Asked» ⟦whether she would run⟧, Reyes laughed.", id="asked-by-nobody"),
    pytest.param("Reyes laughed when «asked» by ‹a reporter› ⟦whether she would run⟧.", id="when-asked-by"),
    pytest.param("Reyes «was asked» by ‹Lee› on Monday ⟦what she would do⟧.", id="was-asked-by"),
    pytest.param("On Monday Reyes «was asked» about ⟦the fire at the mill⟧.", id="was-asked-about"),
    pytest.param("When «asked» at a rally about ⟦the fire⟧, Reyes left.", id="when-asked-about-in-front"),
    pytest.param("Reyes «was asked», ⟦“Will you run?”⟧", id="was-asked-quotation"),
    pytest.param("⟦Reyes⟧ «was asked» ⟦to leave⟧.", id="was-asked-to"),
    pytest.param("‹Reyes› «did not say» ⟦whether she would run⟧.", id="not-said"),
    pytest.param("‹Reyes› «could say» ⟦that she won⟧.", id="only-possible"),
    pytest.param("⟦The plan⟧ «was criticised» by ‹Reyes›.", id="passive"),
    pytest.param("⟦Reyes⟧ «was accused» ⟦of theft⟧ by ‹the city›.", id="passive-with-its-matter"),
    pytest.param("⟦The bridge⟧ «is expected» ⟦to close in May⟧.", id="hearsay"),
    pytest.param("⟦The bridge⟧ «is seen» as ⟦a triumph⟧.", id="is-seen-as"),
    pytest.param("⟦The plan⟧ «was called» ⟦“a disgrace.”⟧", id="was-called"),
    pytest.param("⟦The mayor⟧ «was criticised» for ⟦his handling of the fire⟧.", id="was-criticised-for"),
    pytest.param("⟦The firm⟧ «is known» for ⟦its bridges⟧.", id="is-known-for"),
    pytest.param("It «was reported» ⟦that the bridge would close⟧.", id="hearsay-with-that"),
    pytest.param("⟦The mayor⟧ «seems» ⟦to be ill⟧.", id="seems-to-be"),
    pytest.param("⟦The lawyers⟧ «appear» ⟦ready to settle⟧.", id="appears-with-an-adjective"),
    pytest.param("⟦It⟧ «seemed» ⟦like a good idea⟧.", id="seems-like"),
    pytest.param("It «appears» ⟦that the bridge will close⟧.", id="it-appears-that"),
    pytest.param("«In» ‹a Gallup poll›, ⟦52 percent of voters approve of the plan⟧.", id="in-a-poll"),
    pytest.param("Despite ⟦repeated warnings⟧ «from» ‹the mayor›, the bridge stayed open.", id="warnings-from"),
    pytest.param("‹The mayor's› «claim» ⟦that the bridge is safe⟧ was wrong.", id="claim-that"),
    pytest.param("‹The mayor's› «answer» was ⟦that the bridge was safe⟧.", id="answer-was-that"),
    pytest.param("‹Her› «advice» was ⟦to close the bridge⟧.", id="advice-was-to"),
    pytest.param("The «question» is ⟦whether the bridge will hold⟧.", id="the-question-is-whether"),
    pytest.param("There was a claim «by» ‹the mayor› ⟦that the bridge was safe⟧.", id="claim-by"),
    pytest.param("‹The mayor› «made the case» ⟦that the bridge is safe⟧.", id="light-verb"),
    pytest.param("‹The mayor› «made the case for» ⟦a new bridge⟧.", id="light-verb-with-matter"),
    pytest.param("‹She› «gave no answer on» ⟦whether the bridge would hold⟧.", id="light-verb-with-question"),
    pytest.param("‹The mayor› «made a promise» ⟦to rebuild the bridge⟧.", id="light-verb-with-infinitive"),
    pytest.param("‹They› «are confident» ⟦that the bridge will hold⟧.", id="state-of-mind"),
    pytest.param("‹They› «are determined» ⟦to save the bridge⟧.", id="state-of-mind-with-infinitive"),
    pytest.param("‹The mayor› «was vague» about ⟦the cost of the bridge⟧.", id="state-of-mind-with-matter"),
    pytest.param("‹Reyes› released a statement «saying» ⟦the plan was dead⟧.", id="released-a-statement-saying"),
    pytest.param("‹Critics› «call» ⟦the plan “a disgrace.”⟧", id="call"),
    pytest.param("The bridge, ⟦which⟧ ‹she› «said» ⟦was safe⟧, fell on Monday.", id="which-she-said-was"),
    pytest.param("Reyes signed ⟦a letter⟧ ‹he› «said» ⟦was drafted by the firm⟧.", id="a-letter-he-said-was"),
    pytest.param("What ‹she› «said» was ⟦that the bridge was safe⟧.", id="what-she-said-was-that"),
    pytest.param("The deal, ⟦which⟧ ‹the firm› «denies», was signed in May.", id="which-the-firm-denies"),
    pytest.param("«Acknowledging» ⟦that he was wrong⟧, ‹Reyes› left the stage.", id="participle-in-front"),
    pytest.param("‹Reyes› injected a new element by «questioning» ⟦the plan⟧.", id="participle-behind-by"),
    pytest.param("‹She› went on «to say» ⟦that the plan was dead⟧.", id="went-on-to-say"),
    pytest.param("He «was told» ⟦that the plan was dead⟧.", id="told-by-nobody"),
    pytest.param("‹Reyes›«:» ⟦“It is over.”⟧", id="interview"),
    pytest.param("‹Ana Reyes from the union›«:» ⟦“It is over.”⟧", id="where-the-speaker-is-from"),
    pytest.param("⟦“It is over.”⟧ «-» ‹Ana Reyes, 34, of Lima›.", id="signature-with-apposition"),
    pytest.param("He won. ⟦“One.”⟧ ⟦“Two.”⟧ «–» ‹Ana Reyes (D-Ohio)›", id="signature-behind-several-sentences"),
    pytest.param("⟦“It is over.”⟧\n\n«-»‹Ana Reyes, tweeting from the bridge›.", id="signature-with-a-participle"),
    pytest.param("⟦“It is over.”⟧\n\n«—» ‹Ana Reyes, a lawyer who lives in Lima›.", id="signature-in-the-next-line"),
    pytest.param("‹Reyes›«:» ⟦We will rebuild the bridge⟧", id="name-and-colon"),
    pytest.param("‹Rep. Ana Reyes (D-Ohio)›«:»⟦“It is over.”⟧", id="name-with-brackets-and-colon"),
    pytest.param("⟦“We must close,”⟧ ‹the letter› «reads».", id="the-letter-reads"),
    pytest.param("More «from» ‹the report›: ⟦“The bridge is safe.”⟧", id="more-from"),
    pytest.param("While ‹Reyes› «said» ⟦the bridge was safe⟧, the engineers closed it.", id="in-a-clause-in-front"),
    pytest.param("Lee, ‹who› «said» ⟦the bridge was safe⟧, left the town.", id="in-a-relative-clause"),
    pytest.param("‹Reyes› «vowed» ⟦to rebuild the bridge⟧, and the town cheered.", id="clause-behind-an-infinitive"),
    pytest.param("‹The mayor› «called for» ⟦a vote on Monday on the bridge⟧.", id="a-time-inside"),
    pytest.param("‹One in five› «say» ⟦that the bridge is safe⟧.", id="one-in-five"),
    pytest.param("‹Another› «said» ⟦the bridge was safe⟧.", id="another-said"),
    pytest.param("⟦The bridge was insured in 2011⟧, ‹town records› «show».", id="records-show"),
    pytest.param("Her letter, ‹which› «notes», ⟦“The bridge is safe,”⟧ was lost.", id="which-notes"),
    pytest.param("‹Reyes› «believes», for example, ⟦that the bridge is safe⟧.", id="for-example"),
]
NOTHING = [
    pytest.param("Her talk reminded the crowd of the gulf between them, which opened in May.", id="relative-which"),
    pytest.param("The bridge fell into the river on Monday.", id="own-voice"),
    pytest.param("Reyes was named chairman in May.", id="named-to-an-office"),
    pytest.param("The echo of the shot filled the square.", id="echo-is-a-noun"),
    pytest.param("She made a bridge for the children.", id="made-a-thing"),
    pytest.param("The answer was that the bridge had been built of sand.", id="nobodys-answer"),
    pytest.param("Nobody was asked.", id="asked-nothing"),
    pytest.param("Reyes appeared before the court on Monday.", id="appears-in-person"),
    pytest.param("He wore a “Go Home” shirt to the “Late Show” taping.", id="scare-quotes-and-titles"),
    pytest.param("Reyes was known as “the Hammer” in the ’90s.", id="nickname"),
    pytest.param('She bought a 9" pan and a "Home" sign.', id="inches"),
    pytest.param("“I love it.” “Me too.”", id="dialogue-without-speakers"),
    pytest.param("“It is over.” — The vote was in May.", id="sentence-behind-a-dash"),
    pytest.param("“It is over.” — Reyes and the team left.", id="clause-behind-a-dash"),
    pytest.param("“Home.” — a sign on the door", id="dash-and-no-name"),
    pytest.param("“The Bridge on the River and the Town” — Ana Reyes", id="title-and-its-author"),
    pytest.param("Editor's Note: The bridge is closed.", id="note"),
    pytest.param("Correction: “The bridge is closed.”", id="correction"),
    pytest.param("Paris: The bridge is closed.", id="place-and-colon"),
    pytest.param("The bridge is closed.\n\n— Ana Reyes", id="byline-below-the-outlets-own-words"),
    pytest.param("Reyes spoke in the town of the plan Lee supports.", id="supports-what-stands-in-front"),
    pytest.param("Some town reports were lost.", id="reports-are-papers"),
    pytest.param("The council reports that track the money were lost.", id="reports-that-are-papers"),
    pytest.param("Reyes told his aides as he left the town was safe.", id="as-he-left"),
    pytest.param("Reyes posted pictures when the town was safe.", id="posted-when"),
    pytest.param("Her trip ended with a politically charged visit to the bridge.", id="politically-charged"),
    pytest.param("Reyes helped found the council.", id="helped-found"),
    pytest.param("The club dismissed head coach Ana Reyes on Monday.", id="dismissed-from-a-post"),
    pytest.param("Neither Reyes nor Lee said the bridge was safe.", id="what-neither-said"),
    pytest.param("Neither the mayor nor Lee made any comment about the bridge.", id="what-neither-did"),
    pytest.param("The club dismissed its manager.", id="a-manager-dismissed"),
    pytest.param("Ana Reyes was dismissed by the club.", id="dismissed-in-the-passive"),
    pytest.param("Reyes posted photos of the bridge, and many of them are fine.", id="what-is-posted-is-no-clause"),
    pytest.param("Reyes wrote a letter to Ana Lee on the day the bridge shut.", id="what-is-written-is-no-clause"),
    pytest.param("Reyes published an essay for the “hurt” workers.", id="quoted-words-in-what-is-published"),
]


@pytest.mark.parametrize("marked", [*SURE, *TO_CHECK, *NOTHING])
def test_draws_statements(marked: str) -> None:
    assert drawn(bare(marked)) == marked


@pytest.mark.parametrize("marked", SURE)
def test_plain_statements_are_sure(marked: str) -> None:
    assert all(statement.sure for statement in read(bare(marked)))


@pytest.mark.parametrize("marked", TO_CHECK)
def test_doubtful_statements_are_to_check(marked: str) -> None:
    assert not any(statement.sure for statement in read(bare(marked)))


INTRODUCTION = "The bridge and the mayor.\n\nMayor Ana Reyes was there, Xo Lee too.\n\n"
TRANSCRIPTS = [
    pytest.param("‹LEE›«:» ⟦Will you go?⟧\n\n‹REYES›«:» ⟦It is over.⟧", id="names-in-capitals"),
    pytest.param(
        "‹MAYOR ANA REYES (D-OHIO)›«:» ⟦I go.⟧\n\n‹XO LEE, host›«:» ⟦You?⟧\n\n‹REYES›«:» ⟦Yes.⟧", id="titles-and-roles"
    ),
    pytest.param("‹Lee›«:» ⟦Will you go?⟧\n\n‹Reyes›«:» ⟦It is over.⟧\n\n‹Lee›«:» ⟦When?⟧", id="one-name-comes-back"),
    pytest.param(
        "‹CALLER›«:» ⟦Who is it?⟧\n\n‹CLERK›«:» ⟦It is me.⟧\n\n‹CALLER›«:» ⟦Go.⟧", id="question-and-answer-of-strangers"
    ),
    pytest.param("‹REYES›«:» ⟦I go.⟧\n\nShe rose.\n\n‹REYES›«:» ⟦It is over.⟧", id="the-outlets-words-between-turns"),
    pytest.param(
        "‹LEE›«:» ⟦Will you go?⟧\n\n‹REYES›«:» ⟦It is.⟧\n\n⟦So I go.⟧\n\nIt shut.\n\n‹LEE›«:» ⟦When?⟧\n\nI left.",
        id="paragraphs-that-say-i",
    ),
    pytest.param(
        '"‹LEE›«:» ⟦Will you go?⟧\n\n"‹REYES›«:» ⟦It is.⟧\n\n"⟦It was.⟧\n\n"‹LEE›«:» ⟦When?⟧"',
        id="paragraphs-in-one-quotation",
    ),
    pytest.param(
        "‹LEE›«:» ⟦Will you go?⟧\n\n(CROSSTALK)\n\n….\n\n‹REYES›«:» ⟦It is over.⟧\n\nReyes left, and we too.",
        id="directions-and-what-comes-behind",
    ),
    pytest.param("‹REYES›«:» ⟦I want it. “Go,” he said.⟧\n\n‹LEE›«:» ⟦You?⟧", id="what-a-speaker-tells-of-others"),
]
NO_TRANSCRIPTS = [
    pytest.param("PHOTO: The bridge.\n\nWATCH: Our bridge.\n\nPHOTO: Our mayor.", id="captions"),
    pytest.param(
        "Note: You may park here.\n\nCorrection: It was Lee in our text.\n\nNote: You may not.", id="notes-of-the-desk"
    ),
    pytest.param("Ingredients: Six of your eggs.\n\nMethod: You mix.\n\nIngredients: Rice.", id="recipe"),
    pytest.param("Pros: You can walk.\n\nCons: Your feet.\n\nPros: It is ours.\n\nCons: None.", id="pros-and-cons"),
    pytest.param("FRANCE: We meet there.\n\nPARIS: You walk on the bridge.", id="places"),
    pytest.param("Reyes: 1,200.\n\nLee: 300.\n\nReyes: 1,500.", id="results"),
    pytest.param("Reyes: 1,200 for the bridge.\n\nLee: 300 for it.\n\nReyes: 1,500.", id="results-in-words"),
    pytest.param("9:30: You walk.\n\n10:15: Our train.\n\n9:30: You walk.", id="times-of-day"),
    pytest.param("Q: Our bridge?\n\nA: Yes.\n\nQ: Your bridge?\n\nA: No.", id="question-and-answer-name-nobody"),
    pytest.param("THE LATEST: We go.\n\nTHE STORY: You stay.\n\nTHE LATEST: We go.", id="news-guide"),
    pytest.param("HIKERS: A path for you.\n\nDIVERS: A river.\n\nHIKERS: Our path.", id="heads-that-come-back"),
    pytest.param("HIKERS: A path for you.\n\nDIVERS: A river.", id="names-that-the-text-does-not-know"),
]


@pytest.mark.parametrize("marked", [*TRANSCRIPTS, *NO_TRANSCRIPTS])
def test_draws_the_turns_of_a_transcript(marked: str) -> None:
    assert drawn(bare(INTRODUCTION + marked)) == INTRODUCTION + marked


def test_no_turn_is_sure() -> None:
    found = read(INTRODUCTION + "REYES: I said so.\n\nLEE: “You knew.”")
    assert [statement.sure for statement in found] == [False, False]


def test_x_says_y_said_is_two_statements_and_only_the_outer_is_sure() -> None:
    text = "Reyes said Lee said the plan was dead."
    assert drawn(text) == "‹Reyes› «said» ⟦‹Lee› «said» ⟦the plan was dead⟧⟧."
    assert [statement.sure for statement in read(text)] == [True, False]


def test_what_one_person_tells_of_anothers_words_is_credited_to_both() -> None:
    text = "According to the lawyer, Reyes said the plan was dead."
    assert drawn(text) == "«According to» ‹the lawyer›, ⟦‹Reyes› «said» ⟦the plan was dead⟧⟧."
    assert [statement.sure for statement in read(text)] == [True, False]


def test_an_attitude_inside_reported_words_is_no_statement() -> None:
    assert drawn("Reyes said Lee wants to leave.") == "‹Reyes› «said» ⟦Lee wants to leave⟧."


def test_what_seems_to_be_hides_no_statement() -> None:
    text = "The town seems full of people who oppose the plan."
    assert drawn(text) == "⟦The town⟧ «seems» ⟦full of people ‹who› «oppose» ⟦the plan⟧⟧."


def test_a_second_verb_of_saying_is_a_statement_of_its_own() -> None:
    text = "Reyes said the plan was dead but added that it might return."
    assert drawn(text) == "‹Reyes› «said» ⟦the plan was dead⟧ but «added» ⟦that it might return⟧."


def test_a_clause_of_another_speaker_behind_a_semicolon_is_a_statement_of_its_own() -> None:
    text = "Reyes said the plan was dead; Lee said it was not."
    assert drawn(text) == "‹Reyes› «said» ⟦the plan was dead⟧; ‹Lee› «said» ⟦it was not⟧."


def test_denial_inside_the_outlets_own_sentence() -> None:
    found = read("The firm took bribes, allegations that its owner denies.")
    assert [statement.denial for statement in found] == [True]
    assert drawn("The firm took bribes, allegations that its owner denies.") == (
        "The firm took bribes, ⟦allegations⟧ that ‹its owner› «denies»."
    )


def test_a_quotation_runs_over_paragraphs_without_closing_marks() -> None:
    text = "“One,” Reyes said. “Two.\n\n“Three.\n\n“Four.”\n\nThe end."
    assert drawn(text) == "⟦“One,”⟧ ‹Reyes› «said». ⟦“Two.⟧\n\n⟦“Three.⟧\n\n⟦“Four.”⟧\n\nThe end."
    assert len(read(text)) == 1


def test_a_signature_speaks_no_quotation_that_has_a_speaker() -> None:
    assert drawn("“One,” Reyes said. “Two.\n\n“Three.”\n\n— Xo Zarqa") == (
        "⟦“One,”⟧ ‹Reyes› «said». ⟦“Two.⟧\n\n⟦“Three.”⟧\n\n— Xo Zarqa"
    )


BELOW_A_COLON = [
    pytest.param("‹Reyes› «said»:\n\n⟦“It is over.”⟧", id="quotation"),
    pytest.param(
        "‹The Daily Bridge› «reports»:\n\n⟦“It is over.⟧\n\n⟦“The bridge opens.”⟧\n\nAll left.", id="two-paragraphs"
    ),
    pytest.param("‹Partial transcript› «as follows»:\n\n⟦“It is over.”⟧", id="as-follows"),
    pytest.param(
        "‹Reyes› «wrote» on Monday in a letter to the city:\n\n⟦The bridge is shut.⟧\n\nIt rained.", id="set-off"
    ),
    pytest.param("‹The mayor› «added»:\n\n⟦Lee said the bridge is shut.⟧", id="set-off-with-another-inside"),
]
NOTHING_BELOW_A_COLON = [
    pytest.param("Reyes tweeted:\n\nThe bridge was shut.", id="a-post-that-may-be-lost"),
    pytest.param("These are the stories that will be talked about:\n\nThe bridge is shut.", id="passive"),
    pytest.param("Reyes said:\n\nOn Monday Reyes was at the bridge.", id="the-speaker-is-told-of"),
    pytest.param("Reyes added two points:\n\nThe bridge was shut.", id="something-between-verb-and-colon"),
    pytest.param("Here is the plan:\n\nThe bridge was shut.", id="no-verb-of-saying"),
]


@pytest.mark.parametrize("marked", BELOW_A_COLON)
def test_a_paragraph_that_ends_in_a_colon_introduces_the_next(marked: str) -> None:
    text = bare(marked)
    outer = next(statement for statement in read(text) if statement.content[0].start > text.index(":"))
    assert draw(text, ("⟦⟧", list(outer.content)), ("‹›", list(outer.source)), ("«»", list(outer.cue))) == marked


@pytest.mark.parametrize("text", NOTHING_BELOW_A_COLON)
def test_a_colon_introduces_nothing_else(text: str) -> None:
    assert not any(statement.content[-1].start > text.index(":") for statement in read(text))


def test_a_quotation_paragraph_without_a_speaker_is_never_sure() -> None:
    text = "“It is over,” Reyes said.\n\n“It is not over until the bridge is open.”"
    assert drawn(text) == "⟦“It is over,”⟧ ‹Reyes› «said».\n\n⟦“It is not over until the bridge is open.”⟧"
    assert [statement.sure for statement in read(text)] == [True, False]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("‹Reyes› «said» ⟦the bridge was closed⟧.", id="told-without-quotation"),
        pytest.param("⟦“It is over,”⟧ ‹Reyes› «told» a rally, «saying» ⟦he was “done.”⟧", id="the-nearer-of-two"),
    ],
)
def test_a_quotation_paragraph_goes_on_with_the_speaker_of_the_sentence_above(marked: str) -> None:
    below = "“We will not wait until the bridge is open again.”"
    assert drawn(f"{bare(marked)}\n\n{below}") == f"{marked}\n\n⟦{below}⟧"
    assert not read(f"{bare(marked)}\n\n{below}")[-1].sure


def test_a_quotation_paragraph_below_a_question_may_be_the_answer() -> None:
    text = "“Is the bridge closed?” asked Lee.\n\n“It is closed until the river falls again.”"
    assert len(read(text)) == 1


def test_a_quotation_paragraph_about_him_may_be_about_the_speaker_above() -> None:
    text = "Reyes said he was sorry for it.\n\n“His conduct is unbecoming of a member of the port council.”"
    assert drawn(text).endswith(text.split("\n\n")[1])


def test_a_quotation_paragraph_of_a_few_words_may_be_a_heading_or_a_shout() -> None:
    assert len(read("“It is over,” Reyes said.\n\n“A Tough Decision.”")) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will appeal,” she said.", "direct"),
        ("''We will appeal,'' she said.", "direct"),
        ("She said the plan was “a disgrace” for all.", "mixed"),
        ("She said the plan was dead.", "indirect"),
        ("She said it’s the workers’ strike.", "indirect"),
        ("She wrote:\n\nThe “new” bridge is shut.", "set off"),
    ],
)
def test_kind_is_told_by_the_quotation_marks(text: str, kind: str) -> None:
    assert [statement.kind.value for statement in read(text)] == [kind]


PARTS = st.sampled_from(
    [
        "said",
        "“",
        "”",
        "that",
        "He",
        "Ms. Reyes",
        ",",
        ".",
        "according to",
        "who",
        "the",
        "plan",
        "to",
        "and",
        ":",
        "was",
        "asked",
        "\n\n",
        "Monday",
        "(",
        ")",
        "—",
        "of",
        "’s",
        "told",
        "him",
        "denies",
        "REYES: I",
        "― Xo Lee",
        "whether",
        "'",
        "by",
        "As",
        "which",
    ]
)


@given(st.lists(PARTS, max_size=30))
def test_spans_are_sound(parts: list[str]) -> None:
    text = " ".join(parts)
    found = read(text)
    for statement in found:
        assert all(left.end <= right.start for left, right in pairwise(statement.content))
        assert all(span.end <= len(text) for span in (*statement.content, *statement.source, *statement.cue))
        assert not any(source.meets(span) for source in statement.source for span in statement.content)
    assert len({(statement.content, statement.source) for statement in found}) == len(found)
    assert [statement.content[0].start for statement in found] == sorted(s.content[0].start for s in found)

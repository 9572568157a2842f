"""Guesses the language of a line from small words, letters and spelling; often unknown.

A wrong guess would identify somebody wrongly, so the result is unknown unless the evidence for one
language is twice that for any other.
"""

import re
import unicodedata
from collections import Counter

# Small words of most sentences. A word of several languages counts for each by a share.
COMMON = {
    "en": """
        the and is are was were to of in on at it that this my our we us you your they them
        he she not no with when what who how have has had for be been but by can could
        should would about from there their if because than then so just do does did don
        people feel more always never really any some me i a am an as or very too much
        nobody somebody everyone up out over all own need needs get being before after first
        less each one
    """,
    "cy": """
        y yr yn ac mae ydw ydy yw nid fy dy ein eich eu wrth gan pan pobl sydd sy oedd bod
        fod gyda efo ddim dim rwy ond i o ar am at a â wedi wnaeth bydd fydd byddai fyddai
        roedd roeddwn dw dwi rydw rydym rydyn maen maent ni nhw chi eich hyn hynny hon hwn
        hefyd neu os pawb neb rhywun rhai gallu gallaf gallwn eisiau angen oes cael gwneud
        dweud siarad gwrando teimlo weithiau bob na nad fel cyn ôl mwy llai lle pryd pwy sut
        beth fi ti eto byth hwyl haws anodd amser gwaith
    """,
    "pl": """
        w i nie się jest na że mnie kiedy ludzie dla jak my nas mogę tylko to z do co ale
        tak są był była było być mam mi ja o po od przez gdy bardzo czy też już jeśli czasem
        wszyscy więcej
    """,
    "fr": """
        le la les et est des une un nous vous je tu pas que pour quand avec dans mon ma mes
        on il elle ils elles ne qui sur au aux ce cette être suis sont très mais ou où plus
        du en de moi tout
    """,
    "es": """
        el los las y es una un nosotros no que por cuando con mi se para gente de la en lo
        me muy más pero como porque hay si sí nos está están todo ser yo ella esto nadie
        siempre nunca
    """,
    "de": """
        der die das und ist nicht wir ich mit wenn für ein eine mein zu menschen sich auch
        auf es im den dem sie er uns aber oder so noch nur sehr immer bin sind haben kann
        man was wie
    """,
    "pt": """
        o os as e é um uma não que para por com quando eu nós meu minha se em do da no na
        muito mas mais também está são gente a de eles ela isso ninguém sempre nunca
    """,
    "it": """
        il lo la gli le e è un una non che per con quando io noi mio mia si in di del della
        dei molto ma più anche sono come ci nessuno sempre mai questo chi
    """,
    "ro": """
        și este nu o un în la cu pe de când eu noi mea meu se că pentru dar foarte mai sunt
        oameni nimeni mereu niciodată
    """,
}
LETTERS = {
    "ŵŷ": "cy",
    "łżśćąęźń": "pl",
    "ñ¿¡": "es",
    "ß": "de",
    "ășțâî": "ro",
    "ãõ": "pt",
    "œ": "fr",
}
# Welsh by its spelling: mae’r, i’n; llawer, rhai; mewn cyfarfod heddwch, ysgrifennwyd.
WELSH_LINKS = re.compile(r"[aeiouwyâêîôûŵŷ][’'](?:r|n|u|w|i|m|ch)\b")
WELSH_WORDS = re.compile(r"\b(?:ll[aeiouwy]|rh[aeiouw]|ngh|mh|nh)\w+|\w{3,}(?:dd|wch|wyd|iau)\b")
LINK, SPELLED, LETTER = 1.0, 0.4, 1.0  # the evidence of each
ENOUGH, CLEAR = 1.0, 2.0  # the least evidence, and the least ratio to the next language
OTHER = "other"  # none of those above
LONG, LITTLE = 6, 0.5  # this many words with this little evidence are in another language

WORDS = {language: frozenset(words.split()) for language, words in COMMON.items()}
SHARED = Counter(word for words in WORDS.values() for word in words)


def language_of(text: str) -> str:
    """Return the likely language of a line, or its script if not Latin; often nothing."""
    script = script_of(text)
    if script != "latin":
        return script
    speaks = evidence_of(text)
    best, following = sorted(speaks, key=speaks.__getitem__, reverse=True)[:2]
    most, next_most = speaks[best], speaks[following]
    if most >= ENOUGH and most >= CLEAR * next_most:
        return best
    is_sentence = len(text.split()) >= LONG and text.count(",") <= 1  # and not a list of nouns
    return OTHER if is_sentence and most <= LITTLE else ""


def script_of(text: str) -> str:
    """Return the script of most letters; nothing without letters."""
    letters = [character for character in text if character.isalpha()]
    scripts = Counter(unicodedata.name(character, "").split(" ")[0] for character in letters)
    return scripts.most_common(1)[0][0].lower() if scripts else ""


def evidence_of(text: str) -> dict[str, float]:
    """Return the evidence for each language in a line."""
    lower = unicodedata.normalize("NFC", text.lower())
    words = re.findall(r"[^\W\d_]+", WELSH_LINKS.sub(" ", lower))
    speaks = dict.fromkeys(WORDS, 0.0)
    for language, small_words in WORDS.items():
        speaks[language] += sum(1 / SHARED[word] for word in words if word in small_words)
    for letters, language in LETTERS.items():
        speaks[language] += LETTER * any(letter in lower for letter in letters)
    speaks["cy"] += LINK * bool(WELSH_LINKS.search(lower))
    speaks["cy"] += SPELLED * min(2, len(WELSH_WORDS.findall(lower)))
    return speaks

"""The spelling of a person's name that ignores what offices write differently each time.

"Hj. Siti Aminah, S.Pd." and "SITI AMINAH" are one name, "Moh. Ridwan" and "Muhammad Ridwan" too.
An equal key suggests the same person and never proves it: 42 of 882 names of a real roster repeat.
"""

import re
import unicodedata
from functools import lru_cache

from adhoc_cli.text.lazy import lazy_pattern

# Before a name; "H." and "Dr." as well as "H" and "Dr", but only with a name behind them.
_TITLES = lazy_pattern(
    r"(?:(?:prof|drs|dra|drh|drg|drg|dr|ir|ns|apt|k\.?\s?h|hj|hjh|h|haji|hajah|hajjah|kyai|kiai|nyai"
    r"|gus|ning|habib|syekh|tgk|tengku|teuku|ustadz|ustadzah|ustad|ust|pdt|pdp|pnt|rm|romo|pastor"
    r"|tn|ny|nn|bpk|bapak|ibu|sdr|sdri|alm|almh|almarhum|almarhumah)(?:\.\s*|\s+))+(?=\w)"
)
_DEGREES = frozenset({
    "aaaij", "aaij", "aks", "akt", "amapd", "amaptu", "amd", "amdak", "amdar", "amdf", "amdgz",
    "amdim", "amdip", "amdk", "amdkeb", "amdkep", "amdkg", "amdkl", "amdkom", "amdli", "amdlog",
    "amdm", "amdpar", "amdpd", "amdpi", "amdpk", "amdpn", "amdra", "amdrad", "amdrmik", "amds",
    "amdt", "amdtek", "amdtem", "amdto", "amp", "apoteker", "apt", "ba", "bba", "bch", "bed",
    "beng", "bfa", "bhk", "bkp", "bpharm", "bsc", "bsn", "bsw", "ccp", "cet", "cfa", "cfp",
    "chra", "chrm", "chrp", "cht", "cihr", "ckp", "cma", "cpa", "cphr", "crmo", "ctt", "dds",
    "dea", "dess", "dmd", "dpharm", "dphil", "dra", "drph", "drs", "dsc", "dspog", "edd",
    "fihfaa", "finacs", "finasim", "fisph", "fka", "ftr", "gmb", "ipm", "ipma", "ipp", "ipu",
    "lc", "lcma", "llb", "llm", "ma", "mab", "madm", "mag", "mak", "map", "mapd", "march",
    "mba", "mbiomed", "mcs", "mdiv", "mds", "me", "medkom", "mei", "mfarm", "mfil", "mfis",
    "mfor", "mgizi", "mh", "mha", "mhi", "mhsc", "mhum", "mhut", "mikm", "mikom", "mip", "mipa",
    "mkeb", "mkep", "mkes", "mkesos", "mkg", "mkm", "mkn", "mkom", "mks", "mkt", "mla", "mm",
    "mmar", "mmed", "mmin", "mmsi", "mmt", "mp", "mpar", "mpd", "mpdb", "mpdh", "mpdi", "mpdk",
    "mpem", "mph", "mphil", "mpi", "mpkim", "mps", "mpsdm", "mpsi", "mpt", "mpw", "mres", "msa",
    "msc", "msci", "mscn", "mse", "msh", "mshum", "msi", "msip", "msn", "msos", "mst", "mstat",
    "msw", "msy", "mt", "mtesol", "mth", "mthi", "mtp", "mtr", "mtrap", "mtrip", "mtrkeb",
    "mtrkep", "ners", "nlp", "ns", "nsp", "phd", "psi", "psikolog", "qia", "qrma", "sab",
    "sabns", "sadk", "sag", "saip", "sak", "sap", "sarch", "sars", "sbio", "sbk", "sbm", "sbns",
    "scom", "sdg", "sdi", "sds", "se", "seak", "sei", "sekon", "sentr", "sesy", "sfar", "sfarm",
    "sfh", "sfil", "sgz", "sh", "shi", "shk", "shm", "shum", "shut", "si", "sif", "siip",
    "sikm", "sikom", "sip", "sipol", "siptk", "skar", "skeb", "sked", "skedh", "skep", "skes",
    "skesi", "skesos", "skg", "skh", "skhut", "skl", "skm", "skmp", "skom", "skpi", "skpm",
    "skt", "sling", "sm", "smat", "smb", "smn", "sp", "spak", "spar", "spb", "spbd", "spbm",
    "spbp", "spbs", "spbtkv", "spd", "spdaud", "spdbi", "spdh", "spdi", "spdk", "spdkn",
    "spdmm", "spdn", "spdor", "spdp", "spdpaud", "spdsd", "spdv", "spel", "spem", "spf", "spfk",
    "spgk", "spgsd", "spi", "spjas", "spjk", "spjp", "spkep", "spkf", "spkfr", "spkg", "spkga",
    "spkgv", "spkj", "spkk", "spkn", "spkonsgigi", "spkp", "spm", "spmat", "spmk", "spn",
    "spns", "spog", "spok", "spol", "sponk", "spot", "spp", "sppa", "sppd", "spperio", "sppk",
    "sppros", "spr", "sprad", "sps", "spsi", "spsikol", "spt", "spta", "spth", "sptht", "sptk",
    "sptkj", "sptn", "spto", "spu", "spur", "spwk", "srt", "ss", "ssarjana", "ssen", "ssg",
    "ssi", "ssik", "ssn", "ssos", "ssosi", "ssr", "ssrum", "sst", "sstar", "sstat", "sstp",
    "ssus", "ssy", "st", "stak", "stek", "sth", "sthi", "sthk", "stik", "stmik", "stp", "stpar",
    "str", "strab", "strak", "strakun", "strap", "strars", "strbns", "strds", "strfarm",
    "strft", "strgz", "strhan", "strik", "strikom", "strip", "strkeb", "strkep", "strkes",
    "strkl", "strkom", "strku", "strli", "strlog", "strm", "strmin", "strnov", "strpar",
    "strpas", "strpel", "strpi", "strrad", "strrmik", "strsi", "strsos", "strst", "strstat",
    "strt", "strtra", "sude", "wmi",
})  # fmt: skip
# Degrees that are no name either: they need neither a dot nor a comma to be known.
_SURE_DEGREES = frozenset({
    "amd", "amdak", "amdkeb", "amdkep", "amdkom", "amdrad", "apoteker", "mfarm", "mhi", "mhum",
    "mikom", "mkeb", "mkep", "mkes", "mkm", "mkn", "mkom", "mpd", "mpdi", "mpsi", "msi", "msos",
    "msy", "ners", "sfarm", "shi", "shum", "shut", "sikom", "sipol", "skeb", "skep", "skm",
    "skom", "spd", "spdaud", "spdi", "spdor", "spdpaud", "spdsd", "spkj", "spog", "sppd",
    "spsi", "ssos", "ssosi", "sst", "sstp", "sthi", "sthk", "strkeb", "strkep",
})  # fmt: skip
_MUHAMMADS = frozenset({
    "moh", "moch", "much", "muh", "mohd", "muhd", "mohamad", "mohammad", "mohamed", "mohammed",
    "muhamad", "muhammad", "muhamed", "muhammed", "mochamad", "mochammad", "muchamad",
    "muchammad", "mukhamad", "mukhammad", "mokhamad", "mokhammad",
})  # fmt: skip
# Shorter words of a name may be parts of a title or degree ("S.Kom."): nothing is known by them.
LONG_WORD = 4
# Several people in one cell: on lines of their own, numbered, or with a sign or word between them.
AND = r"\s(?:dan|serta|and)\s"  # for whole columns as well (RE2)
_SEVERAL = lazy_pattern(
    r"[;\n|]|<br ?/?>|\s[&+]\s|[^\W\d_]{2}\.?\s*/\s*[^\W\d_]{2}"
    rf"|{AND}|(?:^|\s)\(?1[.)].{{1,300}}\s\(?2[.)]"
    r"|\u2460.{1,300}\u2461|(?:^|\s)\(?a\).{1,300}\s\(?b\)"
    r"|(?-i:(?:^|\s)a\.\s?[A-Z].{1,300}\sb\.\s?[A-Z])",
    re.IGNORECASE,
)
# A comma before what may be another name, no degree; for whole columns as well.
BY_COMMA = r",\s*[^\W\d_]{3,}(?:[\s,]|$)"
_BY_COMMA = lazy_pattern(BY_COMMA)
# What stands behind the comma of a name that goes on.
_GOES_ON = frozenset({
    "bin", "binti", "alias", "als", "aka", "alm", "almh", "almarhum", "almarhumah", "sarjana",
    "magister", "diploma", "ahli", "dokter", "doktor", "profesor",
})  # fmt: skip
_APOSTROPHES = lazy_pattern("['\u2019\u2018`\u02bc]")


@lru_cache(maxsize=1 << 16)
def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without punctuation."""
    return re.findall(r"[^\W_]+", text.casefold())


def name_key(name: str) -> str:
    """`name` without case, accents, punctuation, titles and degrees, with one spelling of Muhammad.

    The words are kept apart by one space. A name that is nothing but titles is its own key.
    """
    plain = _plain(name)
    bare = _TITLES.sub("", plain, count=1) if _TITLES.match(plain) else plain
    first, *behind = bare.split(",")
    words = [word for word in first.split() if not _is_degree(word)]
    words += [part for part in behind if not _all_degrees(part)]
    key = _letters(" ".join(words)) or _letters(plain)
    return _muhammad(key, bare) or plain


def passing_words() -> set[str]:
    """The long words that `name_key` may take away or spell anew: titles, every Muhammad, degrees,
    and the parts that dots or spaces may leave of these."""
    words = {word for word in re.findall("[a-z]+", _TITLES.pattern) if len(word) >= LONG_WORD}
    for degree in _DEGREES | _SURE_DEGREES:
        ends = range(LONG_WORD, len(degree) + 1)
        words |= {degree[start:end] for end in ends for start in range(end - LONG_WORD + 1)}
    return words | _MUHAMMADS


# Blanks that Windows-1252 does not have: none of them came of reading something else as it.
_FOREIGN_BLANK = lazy_pattern("[\x85\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")


def without_mojibake(text: str) -> str:
    """UTF-8 that was read as Windows-1252 ("Maâ€™ruf"), once or twice, put right; else `text`."""
    right, mended = _FOREIGN_BLANK.sub(" ", text), text
    for _ in range(2):
        if right.isascii():
            break
        try:
            mended = right = right.encode("cp1252").decode("utf-8")
        except UnicodeError:
            break
    return mended


def names_several(name: str) -> bool:
    """Whether a cell holds the names of several people."""
    return _SEVERAL.search(name) is not None or len(people_by_comma(name)) > 1


def people_by_comma(name: str) -> list[str]:
    """The names in "Joko, Rudi"; of "Siti Aminah, S.Pd., M.M." there is one."""
    if _BY_COMMA.search(name) is None:
        return [name]
    first, *behind = name.split(",")
    people = [first.strip()]
    for part in behind:
        if _goes_on(part, capitals=first.isupper()):
            people[-1] += f",{part.rstrip()}"
        else:
            people.append(part.strip())
    return people


def _goes_on(part: str, *, capitals: bool) -> bool:
    """Whether what stands behind a comma belongs to the name before it: degrees, those that nobody
    has listed among them, titles, "bin" and "alias"."""
    plain = _plain(part)
    words = part.split()
    if not words or _all_degrees(plain) or plain.split()[0].strip(".") in _GOES_ON:
        return True
    if not _TITLES.sub("", f"{plain} x").removeprefix("x"):
        return True
    named = [word for word in words if not _is_degree(_plain(word))]
    return not any(_is_name_word(word, capitals=capitals) for word in named)


def _is_name_word(word: str, *, capitals: bool) -> bool:
    """Whether a word is written as names are: "Rudi", "RUDI" among capitals, but not "SPdI"."""
    bare = _APOSTROPHES.sub("", word)
    if len(bare) < 3 or not bare.isalpha() or not re.search("[aeiouy]", _plain(bare)):
        return False
    return bare.istitle() or bare.islower() or (bare.isupper() and (capitals or len(bare) > 5))


def _plain(name: str) -> str:
    """Case, accents and what nobody sees taken away."""
    split = unicodedata.normalize("NFKD", name).casefold()
    seen = (c for c in split if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return "".join(seen).strip()


def _letters(text: str) -> str:
    """The words of `text`: an apostrophe is no boundary, any other sign is one."""
    return " ".join(re.findall(r"[^\W_]+", _APOSTROPHES.sub("", text)))


def _is_degree(word: str) -> bool:
    """Whether a word inside the name is a degree: "S.Pd." by its dots, "SPd" because no name is."""
    key = re.sub(r"\W", "", word)
    return key in _SURE_DEGREES or (key in _DEGREES and "." in word.rstrip("."))


def _all_degrees(part: str) -> bool:
    """Whether what stands behind a comma is degrees only: "S. Pd.", "SE MM", "S.I.P.M.I.P"."""
    words = [re.sub(r"\W", "", word) for word in part.split()]
    return all(word in _DEGREES for word in words) or "".join(words) in _DEGREES


def _muhammad(key: str, written: str) -> str:
    """`key` with its Muhammad spelt out; "M. Ridwan" is one too, "M Ridwan" is not."""
    words = ["muhammad" if word in _MUHAMMADS else word for word in key.split()]
    if len(words) > 1 and words[0] == "m" and re.match(r"m\.", written):
        words[0] = "muhammad"
    return " ".join(words)

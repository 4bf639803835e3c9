from __future__ import annotations

import pytest

from adhoc_cli.places.find import AmbiguousPlace, UnknownPlace, find_place
from adhoc_cli.places.listed import Places
from adhoc_cli.rules.examples import Example
from tests.examples import roster_of

_KECAMATAN = {"33.23.01": "Bulu", "33.23.12": "Candiroto", "33.23.18": "Bejen"}
_DESA = {
    "33.23.01.2001": "Bulu",
    "33.23.01.2002": "Desa Baru",
    "33.23.12.2003": "Banjarsari",
    "33.23.18.2004": "Banjarsari",
    "33.23.18.1005": "Temanggung I",
    "33.23.18.1006": "Temanggung II",
    "33.23.18.2007": "Nga'ban",
}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    folder = tmp_path_factory.mktemp("wilayah")
    files = {
        f"{name}.csv": "".join(["kode,nama\n", *(f"{c},{n}\n" for c, n in listed.items())]).encode()
        for name, listed in (("kecamatan", _KECAMATAN), ("desa", _DESA))
    }
    return roster_of(folder, Example(files=files)).places


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("33.23.01", "33.23.01"),
        ("332301", "33.23.01"),
        (" 3323012001 ", "33.23.01.2001"),
        ("Candiroto", "33.23.12"),
        ("candi roto", "33.23.12"),
        ("kec. bulu", "33.23.01"),
        ("Kecamatan Bulu", "33.23.01"),
        ("desa Bulu", "33.23.01.2001"),
        ("Desa Baru", "33.23.01.2002"),
        ("desa baru", "33.23.01.2002"),
        ("Banjarsari, Bejen", "33.23.18.2004"),
        ("desa Banjarsari, kecamatan Candiroto", "33.23.12.2003"),
        ("kelurahan temanggung i", "33.23.18.1005"),
        ("Temanggung II", "33.23.18.1006"),
        ("ngaban", "33.23.18.2007"),
        ("NGA’BAN", "33.23.18.2007"),
    ],
)
def test_one_place(text: str, code: str, places: Places) -> None:
    assert find_place(places, text) == code


def test_a_name_of_several_places_is_refused_with_all_of_them(places: Places) -> None:
    with pytest.raises(AmbiguousPlace) as caught:
        find_place(places, "bulu")
    assert [one.region.code for one in caught.value.candidates] == ["33.23.01", "33.23.01.2001"]
    with pytest.raises(AmbiguousPlace) as caught:
        find_place(places, "desa Banjarsari")
    above = [one.above.name for one in caught.value.candidates if one.above]
    assert above == ["Candiroto", "Bejen"]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Candirotto", ["33.23.12"]),
        ("desa banjarsar", ["33.23.12.2003", "33.23.18.2004"]),
        ("Banjarsari, Bulu", []),
        ("33.23.13", ["33.23.18"]),
        ("", []),
        ("...", []),
        ("xyz", []),
    ],
)
def test_an_unknown_place_is_refused_with_the_nearest(
    text: str, near: list[str], places: Places
) -> None:
    with pytest.raises(UnknownPlace) as caught:
        find_place(places, text)
    found = [one.region.code for one in caught.value.candidates]
    assert found[: len(near)] == near or set(near) <= set(found)

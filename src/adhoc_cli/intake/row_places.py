"""The place of a row: by its code or names, by what stands above it, by what its role says."""

from collections.abc import Iterable
from dataclasses import replace

from adhoc_cli.intake.grid import Line
from adhoc_cli.intake.groups import Above
from adhoc_cli.intake.known import DESA, KECAMATAN
from adhoc_cli.intake.place_cells import PlaceCells
from adhoc_cli.intake.places import Found, Resolver
from adhoc_cli.intake.prepare import Step
from adhoc_cli.intake.repair import blank_steps
from adhoc_cli.intake.result import Fault
from adhoc_cli.intake.row_context import Reading, Sheet
from adhoc_cli.models.place_rows import Desa, Kecamatan
from adhoc_cli.models.roles import places_in
from adhoc_cli.models.rows import Anggota, Bimtek
from adhoc_cli.places.names import name_key, without_level


class RowPlaces:
    """Finds the places of the rows of a sheet."""

    def __init__(self, sheet: Sheet, resolver: Resolver) -> None:
        self._sheet, self._resolver = sheet, resolver
        self._context, self._specs, self._grid = sheet.context, sheet.specs, sheet.grid

    def placed(self, one: Reading) -> Fault | None:
        """Give a row the code of its place, or say why it has none."""
        row, above, context = one.row, one.above, self._context
        said = self._said(one)
        if context.model is Bimtek and not any(said[:3]):
            return None  # the NIK says who it is
        found = self._resolver.find(said)
        if self._is_of_another_group(found, one):
            return self.placed(replace(one, above=replace(above, columns={})))
        if found.fault is not None:
            return self._with_break(found.fault, above)
        if row.get(KECAMATAN) == "" and KECAMATAN in above.columns and KECAMATAN in self._specs:
            row[KECAMATAN] = said.kecamatan
        self._fill_from_role(one, said)
        if row.get(DESA) == "" and DESA in above.columns and said.level != KECAMATAN:
            row[DESA] = said.desa if DESA in self._specs else ""
        if fault := self._place_of_role(one.line, found.code):
            return fault
        row[context.code_column] = found.code
        self._name_alone(one, said)
        one.steps += self._place_steps(one, said, found)
        return None

    def _name_alone(self, one: Reading, said: PlaceCells) -> None:
        """The name of a desa that stood with its kecamatan: "Desa Mudal (Temanggung)"."""
        apart = self._resolver.taken_apart(said).desa
        if DESA in self._specs and one.row.get(DESA) == said.desa != apart and apart:
            one.fill(DESA, without_level(apart), "desa_alone", said.desa)

    def _place_of_role(self, line: Line, code: str) -> Fault | None:
        """ "Ketua PPK Kec. Bulu" in the row of another kecamatan."""
        kecamatan, desa = self._role_places(line)
        if not (kecamatan or desa):
            return None
        places = self._resolver.places_of(code)
        there = zip(places.names_around(code), (desa, kecamatan), strict=True)
        if all(name_key(name) == name_key(said) for name, said in there if said):
            return None
        params = {
            "written": ", ".join(filter(None, (desa, kecamatan))),
            "found": places.region(code),
        }
        return Fault("role_place_differs", params, "jabatan")

    def _role_places(self, line: Line) -> tuple[str, str]:
        """The kecamatan and the desa that the role of a row names."""
        if self._context.model is not Anggota:
            return "", ""
        return places_in(self._sheet.cell("jabatan", line))

    def _fill_from_role(self, one: Reading, said: PlaceCells) -> None:
        """Tell what nothing but the role says of the place: "Ketua PPS Desa Bulu"."""
        heading = one.above.heading
        elsewhere = {KECAMATAN: heading.kecamatan, DESA: heading.desa}
        for name, written in zip((KECAMATAN, DESA), self._role_places(one.line), strict=True):
            own = self._sheet.cell(name, one.line) or one.above.columns.get(name) or elsewhere[name]
            if written and not own and written == getattr(said, name):
                one.tell(name, "role_place", self._sheet.cell("jabatan", one.line), written)
                if one.row.get(name) == "":
                    one.row[name] = written

    def _is_of_another_group(self, found: Found, one: Reading) -> bool:
        """Whether a row's own code contradicts a name that would be filled in from the row above:
        then nothing is. A merged cell is no such guess, it spans the row."""
        if one.above.repeated:
            return False  # a sign says that they are one
        own = {
            name: self._sheet.cell(name, one.line)
            for name in (self._context.code_column, KECAMATAN, DESA)
        }
        carried = {one.above.columns.get(name) for name in (KECAMATAN, DESA) if not own[name]}
        return bool(
            found.differs in carried and own[self._context.code_column] and not self._grid.merged
        )

    def _said(self, one: Reading) -> PlaceCells:
        """The code and the names that hold for a row."""
        row, line, above = one.row, one.line, one.above
        level = self._context.level_of(row)
        own = {name: self._sheet.cell(name, line) for name in (KECAMATAN, DESA)}
        code = self._sheet.cell(self._context.code_column, line)
        kecamatan = own[KECAMATAN] or above.columns.get(KECAMATAN, "") or above.heading.kecamatan
        desa = own[DESA] or above.columns.get(DESA, "") or above.heading.desa
        if self._context.model is Desa:
            desa = row.get("nama", "")
        if self._context.model is Kecamatan:
            kecamatan, desa = row.get("nama", ""), ""
        if not code and not own[DESA]:
            code = above.columns.get(self._context.code_column, "")
        if not code:
            of_role = self._role_places(line)
            kecamatan, desa = kecamatan or of_role[0], desa or of_role[1]
        if level == KECAMATAN:
            desa = ""
        return PlaceCells(code, desa, kecamatan, level)

    def _place_steps(
        self, one: Reading, said: PlaceCells, found: Found
    ) -> Iterable[tuple[str, Step]]:
        column, line, above = self._context.code_column, one.line, one.above
        for name in (KECAMATAN, DESA):
            text = above.columns.get(name, "")
            if text and text == getattr(said, name):
                yield name, above.step(name, text)
        own = self._sheet.cell(column, line)
        yield from ((column, step) for step in blank_steps(self._sheet.written(column, line)))
        if found.by == "name":
            if {said.kecamatan, said.desa} & {above.heading.kecamatan, above.heading.desa} - {""}:
                told = above.heading.desa or above.heading.kecamatan
                yield column, Step("heading", "", told)
            names = " / ".join(filter(None, (said.kecamatan, said.desa)))
            yield column, Step("place_by_name", names or said.code, found.code)
        elif not own:
            yield column, above.step(column, found.code)
        elif own != found.code:
            yield column, Step("code", own, found.code)
        if found.differs:
            yield column, Step("name_differs", found.differs, found.code)

    def _with_break(self, fault: Fault, above: Above) -> Fault:
        """A place is missing because a line above is neither a row nor a heading that we know."""
        if fault.key != "place_missing" or above.broken is None:
            return fault
        return replace(fault, key="place_lost", params={**fault.params, "line": above.broken})

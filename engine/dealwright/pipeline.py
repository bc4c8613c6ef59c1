"""The story on one page: files to instruments, instruments to texts, texts to programs, programs and logs to outcomes.

read → (text, amend) → resolve → evaluate → outcome

What only an evaluation needs is imported when one is asked for, so that a check starts fast.

A contract is a set of instruments read together. Whatever text comes into force while a log is played has its program
made once and kept. Everything that is wrong with the files is told in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from dealwright import arguments
from dealwright import expression as e
from dealwright import model as m
from dealwright.amend import Consolidation, consolidate, in_rank, is_in_text, lasting
from dealwright.check import check
from dealwright.depth import room
from dealwright.diagnostic import DealError, Diagnostic, Severity, ordered, problem
from dealwright.intake import as_source, read_sources
from dealwright.limits import DEFAULT, Limits
from dealwright.program import Program, Texts
from dealwright.read import read
from dealwright.resolve import Resolution, resolve
from dealwright.soundness import _in_order, constant, expiring, readings, reckoned, risky
from dealwright.source import NOWHERE, Source
from dealwright.text import Body, Gone, Node, Placed, Text
from dealwright.value import NoValue

if TYPE_CHECKING:
    from dealwright.evaluate.facts import Facts
    from dealwright.explain import Reason
    from dealwright.lint import Findings
    from dealwright.log import Log
    from dealwright.outcome import Outcome
    from dealwright.show import Passage

_BASE = frozenset({"agreement", "rules"})


@define
class Contract:
    """An agreement and the instruments that amend it, read together.

    Attributes:
        instruments: All of them, the agreement first.
        scenarios: The scenarios that stand in the files.
        properties: The properties that stand in the files.
        choices: Readings and the alternative chosen, where not the default.
        limits: How large things may be.
        problems: What was found wrong that does not stop an evaluation.
        left_out: Instruments that do not come into force here, though a log may speak of what they declare.
    """

    instruments: tuple[m.Instrument, ...]
    scenarios: tuple[m.Scenario, ...] = ()
    properties: tuple[m.Property, ...] = ()
    choices: Mapping[str, str] = field(factory=dict)
    limits: Limits = DEFAULT
    problems: tuple[Diagnostic, ...] = ()
    left_out: frozenset[str] = frozenset()
    _kept: dict[Texts, Resolution] = field(factory=dict, repr=False)
    _texts: dict[Texts, Consolidation] = field(factory=dict, repr=False)
    _whole: Contract | None = field(default=None, repr=False, eq=False)

    @property
    def base(self) -> m.Instrument:
        """The agreement."""
        return self.instruments[0]

    @property
    def amendments(self) -> tuple[str, ...]:
        """The names of the instruments that may come into force, in the order of their days."""
        return tuple(one.name for one in self.instruments[1:] if one.name not in self.left_out)

    @property
    def stages(self) -> tuple[Texts, ...]:
        """The texts that the instruments make one after the other; what has expired by then is left out."""
        chosen = [one for one in self.instruments[1:] if one.name not in self.left_out]
        first = sum(map(is_in_text, chosen))
        return tuple(Texts(lasting(chosen[:count])) for count in range(first, len(chosen) + 1))

    # ------------------------------------------------------------ texts and programs

    def text_in_force(self, texts: Texts) -> Text:
        """The text when some instruments are in force.

        Raises:
            DealError: An operation cannot be carried out.
        """
        found = self._consolidation(texts)
        wrong = [one for one in found.diagnostics if one.severity is Severity.ERROR]
        if wrong:
            raise DealError(wrong)
        return found.text

    def _consolidation(self, texts: Texts) -> Consolidation:
        """The text when some instruments are in force, with what went wrong."""
        if texts not in self._texts:
            self._texts[texts] = consolidate(self.instruments, texts.instruments, texts.struck, texts.equal)
        return self._texts[texts]

    def resolution(self, texts: Texts) -> Resolution:
        """The program of a text, with what was found wrong in it."""
        if texts not in self._kept:
            earlier = tuple(self.resolution(one).program for one in texts.earlier)
            with room():
                self._kept[texts] = resolve(
                    self.text_in_force(texts),
                    self.instruments,
                    self.choices,
                    earlier,
                    self._consolidation(texts).waivers,
                )
        return self._kept[texts]

    def program(self, texts: Texts = Texts()) -> Program:  # noqa: B008
        """The program of a text.

        Raises:
            DealError: The text has errors.
        """
        found = self.resolution(texts)
        wrong = [one for one in found.problems if one.severity is Severity.ERROR]
        if wrong:
            raise DealError(wrong)
        return found.program

    def check(self) -> tuple[Diagnostic, ...]:
        """Everything wrong with the files: the agreement alone, and with each instrument in the order loaded."""
        found: list[Diagnostic] = list(self.problems)
        for texts in self.stages:
            try:
                resolution = self.resolution(texts)
                found.extend(resolution.problems)
                found.extend(check(self.text_in_force(texts), resolution.program))
            except DealError as trouble:
                found.extend(trouble.diagnostics)
                break
            warned = self._consolidation(texts).diagnostics
            found.extend(one for one in warned if one.severity is not Severity.ERROR)
        if not any(one.severity is Severity.ERROR for one in found):
            found.extend((*self._constants(), *expiring(self.instruments, self.amendments)))
        return ordered(dict.fromkeys(found))

    def review(self) -> Findings:
        """Everything wrong with the files, and how they are drafted; what is accepted and what is mended stand apart."""
        from dealwright.lint import lint

        found = self.check()
        wrong = any(one.severity is Severity.ERROR for one in found)
        texts = () if wrong else self.stages
        with room():
            return lint([(self.text_in_force(one), self.program(one)) for one in texts], found)

    def _constants(self) -> tuple[Diagnostic, ...]:
        """What goes wrong whatever the facts are: definitions that rest on none are worked out once."""
        program = self.program()
        days = [(rule, node) for rule in program.norms.values() for node in reckoned(rule, program)]
        if not days and not any(risky(rule) and constant(rule, program) for rule in program.terms.values()):
            return ()
        from dealwright.evaluate import evaluate
        from dealwright.evaluate.facts import Facts
        from dealwright.evaluate.settling import worked_out

        fixed = evolve(
            program, terms={key: rule for key, rule in program.terms.items() if constant(rule, program)}, norms={}
        )
        day = program.dated or date(2000, 1, 1)
        try:
            with room():
                result = evaluate(lambda _: fixed, (), Facts((), (), (), day, frozenset()), day, limits=self.limits)
        except DealError as trouble:
            return trouble.diagnostics
        return worked_out(result.reader, days)

    # ------------------------------------------------------------ evaluation

    def choosing(self, choices: Mapping[str, str]) -> Contract:
        """The same contract under other alternatives of its readings.

        Raises:
            DealError: There is no such reading or alternative.
        """
        arguments.choices(choices)
        if not choices:
            return self
        known = {one.name: one for one in readings(self.instruments)}
        wrong = []
        for name, label in choices.items():
            if name not in known:
                wrong.append(problem("N101", f"there is no reading `{name}`", NOWHERE))
            elif label not in {one.label for one in known[name].alternatives}:
                wrong.append(problem("N101", f"the reading `{name}` has no alternative `{label}`", known[name].span))
        if wrong:
            raise DealError(wrong)
        return evolve(self, choices={**self.choices, **choices}, kept={}, texts={})

    def under(self, names: Iterable[str]) -> Contract:
        """The same agreement with some of its instruments only; a log may still speak of what the others declare.

        Raises:
            DealError: There is no such instrument.
        """
        arguments.names("names", names)
        wanted = frozenset(names)
        known = {one.name for one in self.instruments}
        wrong = [problem("N101", f"there is no instrument `{name}`", NOWHERE) for name in sorted(wanted - known)]
        if wrong:
            raise DealError(wrong)
        stays = {one.name for one in self.instruments if one is self.base or is_in_text(one)}
        left_out = frozenset(known - wanted - stays)
        if left_out == self.left_out:
            return self
        return evolve(self, left_out=left_out, kept={}, texts={}, whole=self._whole or self)

    def locate(self, address: e.Address) -> str:
        """The identity of the provision at an address, in the agreement or whatever instrument it names."""
        for texts in self.stages:
            found = self.text_in_force(texts).find(address, self.base.name)
            match found:
                case Node() | Gone() | Placed():
                    return found.identity
                case Body():
                    return found.name
                case _:
                    continue
        return ""

    def bind(self, log: Log) -> tuple[Facts, tuple[Diagnostic, ...]]:
        """A log as facts of this contract, and what is wrong with it; it may speak of what is left out here."""
        from dealwright.evaluate import Binder

        whole = self._whole or self
        programs = [self.program(texts) for texts in self.stages]
        if whole.amendments != self.amendments:
            programs.append(whole.program(whole.stages[-1]))
        binder = Binder(programs, self.locate, whole.instruments)
        facts = binder.bind(log)
        return facts, tuple(binder.problems)

    def evaluate(
        self, log: Log, as_of: date, *, text_as_of: date | None = None, known_by: date | None = None
    ) -> Outcome:
        """The answers on a day, given a log.

        Args:
            log: The log; entries after the day are not known yet.
            as_of: The day, which is not over.
            text_as_of: The day whose text is asked about: no change of the text counts that came about later.
            known_by: The day by which an entry was recorded that counts.

        Raises:
            DealError: The files or the log have errors.
        TypeError: An argument is of another kind.
        """
        from dealwright.evaluate import evaluate
        from dealwright.evaluate.knowing import begun, orders
        from dealwright.evaluate.knowing import known_by as seen
        from dealwright.log import A_LOG, Log
        from dealwright.merge import merged
        from dealwright.outcome import outcome

        arguments.of_kind("log", log, Log, A_LOG)
        arguments.day("as_of", as_of)
        arguments.days(text_as_of=text_as_of, known_by=known_by)
        if len(log.entries) > self.limits.entries:
            said = f"a log may have {self.limits.entries:,} entries, and this has {len(log.entries):,}"
            raise DealError([problem("X205", said, log.entries[self.limits.entries].span)])
        contract = self.choosing(dict(log.choices))
        facts, problems = contract.bind(log)
        wrong = [one for one in problems if one.severity is Severity.ERROR]
        if wrong:
            raise DealError(wrong)
        begun(facts, as_of, contract.program())
        facts, notes = seen(facts, as_of, known_by)
        play = partial(evaluate, contract.program, contract.amendments, limits=self.limits)
        try:
            with room():
                found = [
                    outcome(
                        play(one, as_of, fixed=None if text_as_of is None else play(one, text_as_of)),
                        (*problems, *notes),
                    )
                    for one in orders(facts, as_of)
                ]
        except NoValue as trouble:
            raise DealError([problem("E109", str(trouble), NOWHERE)]) from None
        return evolve(merged(found), explaining=_explained, text_as_of=text_as_of, known_by=known_by)

    def texts_of(self, found: Outcome) -> Texts:
        """Which text is in force in an outcome."""
        return found.result.texts

    def text(self, as_of: date | None = None, log: Log | None = None) -> Text:
        """The text in force on a day of a log; without either, with every instrument loaded in force."""
        if log is None or as_of is None:
            arguments.together(as_of=as_of, log=log)
            return self.text_in_force(self.stages[-1])
        return self.text_in_force(self.texts_of(self.evaluate(log, as_of)))

    def history(self, of: str = "", *, as_of: date | None = None, log: Log | None = None) -> tuple[Passage, ...]:
        """What became of each provision, or of the one at an address; until a day of a log if one is given."""
        from dealwright.show import hands, history, looked_up

        arguments.of_kind("of", of, str, 'an address in words, such as `"section 3.4"`')
        if log is None or as_of is None:
            arguments.together(as_of=as_of, log=log)
        found = None if log is None or as_of is None else self.evaluate(log, as_of)
        texts = self.stages if found is None else (*found.result.texts.earlier, found.result.texts)
        known = hands(self.instruments, *(() if found is None else found.in_effect))
        return looked_up(history([self._consolidation(one) for one in texts], known), of)


def _explained(found: Outcome, name: str) -> Reason:
    """The reasons for an answer."""
    from dealwright.explain import explain

    return explain(found, name)


def load(*paths: str | Path, choices: Mapping[str, str] | None = None, limits: Limits = DEFAULT) -> Contract:
    """Read the files of a contract.

    Args:
        paths: The agreement, its amendments and files of scenarios, in any order.
        choices: Readings and the alternative to take; the default of each where none is.
        limits: How large things may be.

    Returns:
        The contract, its errors told.

    Raises:
        DealError: A file cannot be read, or something in the files is wrong.
    """
    arguments.paths("paths", *paths)
    arguments.of_kind("limits", limits, Limits, "`Limits.lowered(...)`")
    return assemble(read_sources([Path(one) for one in paths], limits), choices=choices, limits=limits)


def loads(
    text: str, *, name: str = "text", choices: Mapping[str, str] | None = None, limits: Limits = DEFAULT
) -> Contract:
    """Read a contract from a text; otherwise as `load`."""
    arguments.of_kind("text", text, str, "the text itself; `load` reads a file")
    arguments.of_kind("name", name, str, "what to call the text in diagnostics")
    arguments.of_kind("limits", limits, Limits, "`Limits.lowered(...)`")
    return assemble([as_source(name, text, limits)], choices=choices, limits=limits)


def assemble(
    sources: Iterable[Source], *, choices: Mapping[str, str] | None = None, limits: Limits = DEFAULT
) -> Contract:
    """Read the sources of a contract and check them; otherwise as `load`."""
    arguments.choices(choices)
    contract = draft(sources, limits=limits).choosing(choices or {})
    found = contract.check()
    if any(one.severity is Severity.ERROR for one in found):
        raise DealError(found)
    return evolve(contract, problems=tuple(found), kept=contract._kept, texts=contract._texts)  # noqa: SLF001


def draft(sources: Iterable[Source], *, limits: Limits = DEFAULT) -> Contract:
    """Read the sources of a contract without checking what they say.

    Raises:
        DealError: A text does not follow the grammar, or there is no one agreement in them.
    """
    problems: list[Diagnostic] = []
    documents: list[m.Document] = []
    for source in sources:
        try:
            documents.append(read(source, limits))
        except DealError as trouble:
            problems.extend(trouble.diagnostics)
    if problems:
        raise DealError(problems)
    instruments = [one for document in documents for one in document.instruments]
    bases = [one for one in instruments if one.word in _BASE]
    if not bases:
        span = instruments[0].span if instruments else NOWHERE
        raise DealError([problem("A105", "there is no agreement in these files", span)])
    if len(bases) > 1:
        raise DealError([problem("S209", "several agreements in one reading are not supported yet", bases[1].span)])
    _in_order(instruments, bases[0], [item for document in documents for item in document.loose])
    ordered_instruments = (bases[0], *in_rank([one for one in instruments if one is not bases[0]]))
    return Contract(
        ordered_instruments,
        tuple(one for document in documents for one in document.scenarios),
        tuple(one for document in documents for one in document.properties),
        limits=limits,
    )

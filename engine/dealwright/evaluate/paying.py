"""Money that moved: what was received, paid, and is outstanding under a norm; and which norm is meant."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from dealwright.diagnostic import DealError, problem
from dealwright.evaluate.facts import is_meant
from dealwright.evaluate.judging import Judging
from dealwright.evaluate.world import Env, Occurrence, Standing, Status, ends_of
from dealwright.program import NormRule, core
from dealwright.source import NOWHERE
from dealwright.value import (
    NEVER,
    UNBOUNDED,
    Instant,
    Money,
    Never,
    Range,
    precedes,
)
from dealwright.value import reckoning as r

_ZERO = Fraction(0)


class Paying(Judging):
    """Reads money that moved."""

    def norm_rule(self, key: str) -> Any:
        """The rule of a norm: of the text in force, else of the latest text that had it."""
        for version in reversed(self.world.versions[: self.world.current + 1]):
            if key in version.program.norms:
                return version.program.norms[key]
        return self.program.norms.get(key)

    def rule_of(self, one: Standing) -> NormRule:
        """The rule under whose words a norm goes on: of the text in force, or of the one before that keeps it."""
        if one.words is not None:
            return self.world.versions[one.words].program.norms[one.key]
        found: NormRule = self.norm_rule(one.key)
        return found

    def reader_of(self, one: Standing) -> Any:
        """The reader of the text under whose words a norm goes on."""
        return self if one.words is None else self.readers[one.words]

    def instances(self, norm: core.Instance, env: Env) -> list[Any]:
        """The instances of a norm that are meant."""
        found = self.world.of_norm(norm.key)
        if norm.index:
            wanted = self.value(norm.index[0], env)
            if isinstance(wanted, Occurrence):
                return [one for one in found if one.env.this == wanted]
            wanted = wanted.name if hasattr(wanted, "name") and not isinstance(wanted, Status) else wanted
            found = [one for one in found if is_meant(one.index, wanted)]
        return found

    def zero(self, key: str = "") -> Any:
        """No money, of the currency of a norm or of the agreement."""
        rule = self.norm_rule(key) if key else None
        return Money(_ZERO, self.program.currency if rule is None else self.currency_of(rule.act.amount))

    def received(self, node: core.Received, env: Env) -> Any:
        """What a party received by a payment event or under a norm."""
        if node.event:
            mine = [one for one in self.world.ledger if one.event == node.event and one.payee == node.party]
            gap = self.world.open_since(f"event:{node.event}")
            return self.through([(one.at, one.amount) for one in mine], gap, self.limit(node.through, env))
        if node.norm is None or not node.norm.key:
            return self.zero()
        rule = self.norm_rule(node.norm.key)
        if rule is None or node.party not in rule.act.receivers:
            return self.zero()
        return self.paid(node.norm, env, node.through)

    def limit(self, through: tuple[core.Core, ...], env: Env) -> Any:
        """The day or instant through which money counts; never, if all of it does."""
        return self.value(through[0], env) if through else NEVER

    def through(self, receipts: list[tuple[Instant, Money]], gap: Instant | None, limit: Any, key: str = "") -> Any:
        """What came in through a day or instant, all of it if that has not come."""
        return self.hulls(
            [
                self.summed(
                    [amount for at, amount in receipts if not precedes(end, at)],
                    gap if gap is not None and not precedes(end, gap) else None,
                    key,
                )
                for end in self.ends(limit)
            ]
        )

    def total(self, node: core.Total, env: Env) -> Any:  # noqa: ARG002
        """All that a party received, or paid."""
        mine = [one for one in self.world.ledger if node.party == (one.payee if node.word == "received" else one.payer)]
        return self.summed([one.amount for one in mine], self.world.open_since())

    def summed(self, amounts: list[Money], gap: Instant | None, key: str = "") -> Any:
        """Amounts added; at least that much where the log may lack some."""
        total = amounts[0] if amounts else self.zero(key)
        for amount in amounts[1:]:
            if amount.currency != total.currency:
                said = f"{amount.text()} and {total.text()} are added up, and are of different currencies"
                raise DealError([problem("E109", said, NOWHERE)])
            total = total + amount
        return total if gap is None else Range(total, UNBOUNDED)

    def paid(self, norm: core.Instance, env: Env, through: tuple[core.Core, ...] = ()) -> Any:
        """What was paid under a norm, all its instances or one."""
        if not norm.key:
            return self.zero()
        return self.paid_under(self.instances(norm, env), norm.key, self.limit(through, env))

    def paid_under(self, standings: list[Any], key: str, limit: Any = NEVER) -> Any:
        """What was paid under some instances of a norm: less, perhaps, what came when they may have been at an end."""
        receipts = [receipt for one in standings for receipt in one.receipts]
        found = self.through(receipts, self.world.open_since(f"norm:{key}"), limit, key)
        doubted = [part for one in standings if Status.DISCHARGED in one.cases for part in one.doubted]
        if not doubted:
            return found
        low, high = ends_of(found)
        least: Any = r.subtract(low, self.summed(doubted, None))
        return Range(least, high)

    def norm_amount(self, node: core.NormAmount, env: Env) -> Any:
        """What was paid, or what is outstanding."""
        if node.word == "paid" or not node.norm.key:
            return self.paid(node.norm, env, node.through)
        total = self.zero(node.norm.key)
        for standing in self.instances(node.norm, env):
            total = self.lifted(r.add, total, self.outstanding(standing))
        return total

    def outstanding(self, standing: Any) -> Any:
        """What is still to be paid under one norm that has arisen."""
        if not set(standing.cases) & {Status.DUE, Status.BREACHED, Status.SUSPENDED}:
            return self.zero(standing.key)
        amount = self.amount(standing)
        gap = self.world.open_since(f"norm:{standing.key}")
        paid = self.summed([money for _, money in standing.receipts], gap, standing.key)
        rest = self.lifted(r.subtract, amount, paid)
        return NEVER if isinstance(rest, Never) else r.greater_of(self.zero(standing.key), rest)

    def amount(self, standing: Any) -> Any:
        """What is owed under one norm, as it is now or as performance froze it."""
        frozen_ = [case.amount for case in standing.cases.values() if case.amount is not None]
        rule = self.rule_of(standing)
        if rule.act.amount is None:
            return NEVER
        if len(frozen_) == len(standing.cases):
            return self.hulls(frozen_)
        amount = self.reader_of(standing).value(rule.act.amount, standing.env)
        return amount if isinstance(amount, Never) else r.greater_of(self.zero(standing.key), amount)

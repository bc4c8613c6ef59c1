"""How conditions stand: satisfied, unsatisfied, failed, or waived, as a whole and limb by limb.

What was waived is yes. A condition that would be yes without its waived limbs is satisfied; one that is yes only
because of them is waived itself.
"""

from __future__ import annotations

from typing import Any

from dealwright.evaluate.paying import Paying
from dealwright.evaluate.slots import limb_slot
from dealwright.evaluate.world import NOWHERE, Env, Status
from dealwright.program import core
from dealwright.value import NEVER, NEVERMORE, Level, Never, Truth
from dealwright.value.truth import ALWAYS_YES, NEVER_YES, NO, UNSURE, known
from dealwright.value.uncertain import spread


class Conditions(Paying):
    """Answers how conditions stand."""

    def condition_statuses(self, key: str, labels: tuple[str, ...] = ()) -> set[Status]:
        """The statuses in which a condition, or a limb of it, may stand."""
        rule = self.program.terms[key]
        label = "".join(labels)
        if self.waived(key, label) is not None:
            return {Status.WAIVED}
        found = self.world.values[self.slots[key]] if not label else self.truth(dict(rule.limbs)[label])
        result = set()
        if found.high is Level.YES:
            own = found if label else self.without_waivers(key)
            result |= {Status.SATISFIED} if own.may_be_yes else set()
            result |= {Status.WAIVED} if found.is_yes and own.may_not_be_yes else set()
        if found.low is not Level.YES:
            if self.may_be_lost(rule.body if not label else dict(rule.limbs)[label]):
                result.add(Status.FAILED)
            if not found.lost:
                result.add(Status.UNSATISFIED)
        return result

    def without_waivers(self, key: str) -> Truth:
        """How it stands with a condition if its limbs that were waived are left out."""
        rule = self.program.terms[key]
        if all(self.waived(key, label) is None for label, _ in rule.limbs):
            found: Truth = self.world.values[self.slots[key]]
            return found
        self.unaided = key
        try:
            return self.truth(rule.body)
        finally:
            self.unaided = ""

    def may_be_lost(self, node: Any, env: Env = NOWHERE) -> bool:
        """Whether a truth is no for good, in some course of events where facts are missing.

        That all of several is no today may be all that is known of it, and one of them may be lost for good unseen.
        """
        found = self.truth(node, env)
        if found.lost or (not found.known and found.low is Level.NO):
            return True
        if found.is_yes or not (self.world.unknown or self.world.open):
            return False
        match node:
            case core.AllOf(items=items):
                return any(self.may_be_lost(item, env) for item in items)
            case core.AnyOf(items=items):
                return all(self.may_be_lost(item, env) for item in items)
            case core.Waivable(of=of):
                return self.may_be_lost(of, env)
            case core.Choose(cases=cases, otherwise=otherwise):
                ways = [value for condition, value in cases if self.truth(condition, env).may_be_yes]
                return any(self.may_be_lost(way, env) for way in (*ways, otherwise) if way is not None)
            case core.Excepted(value=usual, exceptions=exceptions):
                ways = [value for _, condition, value in exceptions if self.truth(condition, env).may_be_yes]
                return any(self.may_be_lost(way, env) for way in (usual, *ways))
            case core.TermTruth(key=key, index=()):
                return self.may_be_lost(self.program.terms[key].body)
            case core.Come(what=what, limit=""):
                return self.may_never_come(what, env)
            case core.StatusIs(status=("performed" | "exercised" | "effective") as status, of=of):
                return self.may_never_come(core.StatusInstant(status, of), env)
            case _:
                return False

    def may_never_come(self, node: Any, env: Env = NOWHERE) -> bool:
        """Whether an instant that has not come may be one that never will: its definition, or each norm, may be at an end."""
        match node:
            case core.SinceTerm(key=key):
                return self.may_be_lost(self.program.terms[key].body)
            case core.NormInstant(norm=norm) | core.StatusInstant(of=norm) if norm.sort == "norm":
                found = self.instances(norm, env)
                return bool(found) and all(Status.DISCHARGED in one.cases for one in found)
            case _:
                return False

    def condition_is(self, status: str, of: core.Instance, env: Env) -> Truth:  # noqa: ARG002
        """Whether a condition, or a limb of it, stands in a status."""
        if of.labels and "".join(of.labels) not in dict(self.program.terms[of.key].limbs):
            return NEVER_YES
        possible = self.condition_statuses(of.key, of.labels)
        if status == "unknown":
            return known(len(possible) > 1)
        wanted = {one for one in possible if one.value == status}
        if status == "satisfied" and Status.WAIVED in possible:
            return NO
        return known(bool(wanted)) if len(possible) == 1 or not wanted else UNSURE

    def since_condition(self, status: str, of: core.Instance, env: Env) -> Any:
        """Since when a condition, or a limb of it, stands in a status; of `satisfied`, when it first was."""
        world, label = self.world, "".join(of.labels)
        place = limb_slot(self.slots[of.key], label)
        if status == "waived":
            waived = self.waived(of.key, label)
            return NEVER if waived is None else waived
        if status == "satisfied":
            low, high = world.first.get(place, (NEVER, NEVER))
            value = world.limbs.get(place) if label else world.values[place]
            return NEVERMORE if isinstance(low, Never) and value is not None and value.lost else spread(low, high)
        stands = self.condition_is(status, of, env)
        if stands.is_yes:
            return world.run.get(place, NEVER)
        return spread(world.open_since(*world.unknown) or world.beginning, NEVER) if stands.may_be_yes else NEVER

    def waivable(self, node: core.Waivable, env: Env) -> Truth:
        """A condition or limb that may have been waived: yes then, or no where it is asked what holds without that."""
        if self.waived(node.condition, node.label) is not None:
            return NEVER_YES if node.label and self.unaided == node.condition else ALWAYS_YES
        if self.held(node.condition, node.label) is not None:
            return ALWAYS_YES
        return self.truth(node.of, env)

"""What CPython does with generators that delegate to each other: writes scripts.txt.

    python3.13 scripts.py > scripts.txt
    python3.13 scripts.py 3000 1 > scripts.txt    # that many generated ones, of that seed

A script begins with its cast. "i=yield" is a generator that yields 1, 2 and 3, and answers what is
raised at a yield in the way named; "o>i" delegates to i, passes on what comes out of it, and then
yields once; "o*>i" swallows it. Then there is a line for each call: what came of it, what the
bodies noted meanwhile, and where everyone stands afterwards. A text with a dot that is sent is
itself a call, which the body that gets it makes. Exceptions have the names they have in Java.

What is returned in answer to GeneratorExit is null: what else it were, close() would return in
Python, and the next StopIteration would carry in Java.
"""
import inspect
import random
import sys

sys.unraisablehook = lambda _: None  # generators that ignore being closed when all is over


class Panic(BaseException):
    pass


class Fault(Exception):
    pass


class UnsupportedOperationException(Exception):
    pass


KINDS = {
    "Exit": GeneratorExit,
    "Stop": lambda: StopIteration("given"),
    "Panic": Panic,
    "Fault": Fault,
}
STATES = {
    "GEN_CREATED": "CREATED",
    "GEN_RUNNING": "RUNNING",
    "GEN_SUSPENDED": "SUSPENDED",
    "GEN_CLOSED": "CLOSED",
}


class Cast:
    def __init__(self, header):
        self.log = []
        self.raised = []
        self.generators = {}
        for part in header.split():
            name = part[0]
            if "=" in part:
                self.generators[name] = self.source(name, part[2:])
            else:
                self.generators[name] = self.delegator(name, part[-1], "*" in part)

    def source(self, name, answer):
        result = f"{name} ended"
        try:
            for item in (1, 2, 3):
                try:
                    self.react(name, (yield item))
                    result = f"{name} ended"
                except BaseException as e:
                    self.log.append(f"{name} saw {self.describe(e)}")
                    result = None if isinstance(e, GeneratorExit) else f"{name} returned"
                    if (yield from self.answered(name, answer, e)):
                        break
            return result
        finally:
            self.log.append(f"{name} finally")

    def answered(self, name, answer, e):
        if answer == "return":
            return True
        if answer == "yield":
            self.react(name, (yield f"{name} answered"))
            return False
        if answer == "go_on":
            return False
        if answer == "fail":
            raise UnsupportedOperationException("instead") from e
        if answer == "stop":
            raise StopIteration("escaped")
        if answer == "exit":
            raise GeneratorExit
        raise e

    def delegator(self, name, target, swallows):
        try:
            result = yield from self.generators[target]
            self.log.append(f"{name} result {self.show(result)}")
        except BaseException as e:
            self.log.append(f"{name} saw {self.describe(e)}")
            if not swallows:
                raise
        finally:
            self.log.append(f"{name} finally")
        self.react(name, (yield f"{name} after"))
        return f"{name} ended"

    def react(self, name, sent):
        self.log.append(f"{name} got {self.show(sent)}")
        if sent is not None and sent == "look.":
            self.log.append(f"{name} sees {self.standing()}")
        elif sent is not None and "." in sent:
            self.log.append(f"{name} made {sent}")
            outcome = self.perform(sent)
            self.log.append(f"{sent} {outcome}")

    def perform(self, call):
        generator = self.generators[call[0]]
        verb, _, argument = call[2:].partition(" ")
        try:
            if verb == "next":
                return "gives " + self.show(next(generator))
            if verb == "send":
                return "gives " + self.show(generator.send(argument))
            if verb == "raise":
                exception = KINDS[argument]()
                self.raised.append((exception, f"{argument}#{len(self.raised) + 1}"))
                return "gives " + self.show(generator.throw(exception))
            generator.close()
            return "done"
        except StopIteration as e:
            if any(e is r for r, _ in self.raised):
                return "throws " + self.describe(e)
            return "ends with " + self.show(e.value)
        except BaseException as e:
            return "throws " + self.describe(e)

    def describe(self, e):
        for exception, name in self.raised:
            if exception is e:
                return name
        name = type(e).__name__
        if isinstance(e, (RuntimeError, ValueError, TypeError)):
            name = "IllegalStateException"
        text = name
        if name not in ("StopIteration", "GeneratorExit"):
            text += f"({str(e).replace('None', 'null')})"
        return text if e.__cause__ is None else f"{text} from {self.describe(e.__cause__)}"

    @staticmethod
    def show(value):
        return "null" if value is None else str(value)

    def standing(self):
        return ", ".join(self.place(n, g) for n, g in self.generators.items())

    def place(self, name, generator):
        text = f"{name} {STATES[inspect.getgeneratorstate(generator)]}"
        for target, g in self.generators.items():
            if generator.gi_yieldfrom is g:
                text += ">" + target
        return text

    def line(self, call):
        self.log.clear()
        outcome = self.perform(call)
        notes = "; ".join(self.log)
        return f"{call}: {outcome} | {notes} | {self.standing()}"


def write(title, header, calls):
    cast = Cast(header)
    lines = [cast.line(call) for call in calls]
    print("\n".join([f"# {title}", header, *lines, ""]))


CHOSEN = [
    ("values, what is sent, and the results of a chain", "i=raise m>i o>m",
     "o.next,o.send a,o.next,o.next,o.send b,o.next,o.next"),
    ("the inner has started before", "i=raise o>i", "i.next,o.next,o.send a,o.next"),
    ("the inner has ended before", "i=raise o>i", "i.next,i.next,i.next,i.next,o.next,o.next"),
    ("the inner was closed before", "i=raise o>i", "i.close,o.next,o.next"),
    ("the inner was closed before, after it had started", "i=raise o>i",
     "i.next,i.close,o.next,o.next"),
    ("the inner is driven from outside meanwhile", "i=raise o>i",
     "o.next,i.send direct,o.send through,o.next"),
    ("the inner is driven to its end from outside meanwhile", "i=raise o>i",
     "o.next,i.next,i.next,i.next,o.next,o.next"),
    ("its end from outside, then a value is sent to the outer", "i=raise o>i",
     "o.next,i.next,i.next,i.next,o.send a,o.send b"),
    ("its end from outside, then something is raised in the outer", "i=raise o>i",
     "o.next,i.next,i.next,i.next,o.raise Fault,o.next"),
    ("its end from outside, then the outer is closed", "i=raise o>i",
     "o.next,i.next,i.next,i.next,o.close,o.next"),
    ("the inner is closed from outside meanwhile", "i=raise o>i", "o.next,i.close,o.next,o.next"),
    ("closed from outside, then a value is sent", "i=raise o>i", "o.next,i.close,o.send a,o.next"),
    ("closed from outside, then an exception is raised", "i=raise o>i",
     "o.next,i.close,o.raise Fault,o.next"),
    ("closed from outside, then GeneratorExit is raised", "i=raise o>i",
     "o.next,i.close,o.raise Exit,o.next"),
    ("closed from outside, then StopIteration is raised: it ends the delegation",
     "i=raise o>i", "o.next,i.close,o.raise Stop,o.next"),
    ("the inner fails when driven from outside", "i=raise o>i",
     "o.next,i.raise Fault,o.next,o.next"),
    ("the inner returns when driven from outside", "i=return o>i",
     "o.next,i.raise Fault,o.next,o.next"),
    ("two share an inner", "i=raise o>i p>i",
     "o.next,p.next,o.next,p.next,o.next,p.next,o.next"),
    ("two share an inner, and one is closed", "i=raise o>i p>i",
     "o.next,p.next,o.close,p.next,p.next"),
    ("two share an inner, and something is raised in one", "i=yield o>i p>i",
     "o.next,p.next,o.raise Fault,p.send a,o.next,p.next"),
    ("two share an inner that fails in one", "i=raise o>i p>i",
     "o.next,p.next,o.raise Fault,p.next,p.next"),
    ("two share an inner that survives the closing of one", "i=yield o>i p>i",
     "o.next,p.next,o.close,p.next,i.next,p.next"),
    ("three share an inner", "i=raise o>i p>i q>i",
     "o.next,p.next,q.next,o.next,q.next,p.next,o.next"),
    ("two share the middle of a chain", "i=raise m>i o>m p>m",
     "o.next,p.next,m.next,o.next,p.next,o.next,p.next"),
    ("the middle of a chain is driven", "i=raise m>i o>m",
     "o.next,m.send a,o.send b,m.next,o.next,o.next"),
    ("the middle is closed", "i=raise m>i o>m", "o.next,m.close,o.next,o.next"),
    ("the middle is driven to its end", "i=raise m>i o>m",
     "o.next,m.next,m.next,m.next,m.next,o.next,o.next"),
    ("the middle fails", "i=raise m>i o>m", "o.next,m.raise Fault,o.next,o.next"),
    ("the middle swallows what is raised in the inner", "i=raise m*>i o>m",
     "o.next,o.raise Fault,o.next,o.next"),
    ("the middle swallows what is raised in it directly", "i=raise m*>i o>m",
     "o.next,m.raise Fault,o.next,o.next"),
    ("the innermost is driven under a chain", "i=raise m>i o>m",
     "o.next,i.next,o.next,i.next,o.next,o.next,o.next"),
    ("the innermost is closed under a chain", "i=raise m>i o>m",
     "o.next,i.close,o.next,o.next,o.next"),
    ("the innermost ends under a chain whose middle is driven next", "i=raise m>i o>m",
     "o.next,i.close,m.next,o.next,o.next"),
    ("one after the other, each end of the chain", "i=raise m>i o>m",
     "i.next,m.next,o.next,i.next,m.next,o.next"),
    ("a delegation in a circle", "m>o o>m", "o.next,m.next,o.next"),
    ("a delegation to oneself", "o>o", "o.next,o.next"),
    ("a delegation in a circle that is swallowed", "m*>o o>m", "o.next,o.next,o.next,m.next"),
]
for answer in ("raise", "return", "yield", "go_on", "fail", "stop", "exit"):
    for way in ("close", "raise Exit", "raise Stop", "raise Panic", "raise Fault"):
        CHOSEN.append((f"{way} where the inner answers by: {answer}", f"i={answer} o>i",
                       f"o.next,o.{way},o.next,i.next,o.next"))
        CHOSEN.append((f"{way} through a chain where the inner answers by: {answer}",
                       f"i={answer} m>i o*>m", f"o.next,o.{way},o.next,m.next,i.next,o.next"))
for call in ("o.next", "o.send a", "o.raise Fault", "o.raise Exit", "o.close", "m.next", "m.close",
             "m.raise Fault", "i.next", "i.send a", "i.raise Exit", "i.close", "p.next", "p.close",
             "p.send look.", "p.raise Fault"):
    CHOSEN.append((f"the inner makes a call: {call}", "i=raise m>i o>m p>i",
                   f"p.next,o.next,o.send {call},o.send look.,o.next,p.next"))
    CHOSEN.append((f"the inner, driven directly, makes a call: {call}", "i=raise m>i o>m p>i",
                   f"p.next,o.next,i.send {call},o.send look.,o.next,p.next"))

TARGETS = ["i=raise m>i o>m p>i", "i=yield m>i o>m p>m", "i=go_on m*>i o>m p>o",
           "i=return m>i o*>m p>i", "i=fail m*>i o>m p>i", "i=exit j=raise o>i p*>j",
           "i=yield j=return m>j o*>m p>i", "i=go_on m>i o>p p>m", "i=stop m*>i o*>m p*>m"]


def any_call(choices, names, may_nest):
    name = choices.choice(names)
    verb = choices.choices(["next", "send a", "raise", "close", "nested"], [8, 2, 3, 1, 4])[0]
    if verb == "raise":
        verb += " " + choices.choice(["Exit", "Stop", "Panic", "Fault", "Fault"])
    if verb == "nested":
        if not may_nest:
            verb = "next"
        elif choices.random() < 0.3:
            verb = "send look."
        else:
            verb = "send " + any_call(choices, names, False)
    return f"{name}.{verb}"


def generated(count, seed):
    choices = random.Random(seed)
    for number in range(count):
        header = choices.choice(TARGETS)
        names = [part[0] for part in header.split()]
        calls = [f"{name}.next" for name in choices.sample(names, choices.randint(1, 3))]
        calls += [any_call(choices, names, True) for _ in range(choices.randint(5, 12))]
        yield f"generated {number} of seed {seed}", header, calls


for title, header, calls in CHOSEN:
    write(title, header, calls.split(","))
for script in generated(*map(int, sys.argv[1:] or (120, 380))):
    write(*script)

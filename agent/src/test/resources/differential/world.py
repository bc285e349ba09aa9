"""What the generators of one run have in common; World.java is the same in Java.

Weft's words are used throughout. What Weft says otherwise than Python, by intention, is translated here:
the messages of refusals, and that a value returned while a generator is being closed reaches whoever asks
first after its end.
"""

import inspect
import sys


class Mistake(Exception):
    pass


class Slip(Mistake):
    pass


class Alarm(BaseException):
    pass


Refusal = (TypeError, ValueError, RuntimeError)
LETTERS = {"GEN_CREATED": "N", "GEN_RUNNING": "R", "GEN_SUSPENDED": "S", "GEN_CLOSED": "X"}
SIGNALS = (StopIteration, GeneratorExit)
KINDS = {kind.__name__: kind for kind in (Mistake, Slip, Alarm, Exception, StopIteration, GeneratorExit)}


class Record:
    """What is known of a generator besides its state."""

    def __init__(self):
        self.returned = False
        self.value = None
        self.delivered = False


class Foreign:
    """A generator that Python has not made, which hands everything on to one that it has."""

    def __init__(self, world, inner):
        self.world = world
        self.inner = inner

    def __iter__(self):
        return self

    def __next__(self):
        return self.world.drive("next", self.inner)

    def send(self, value):
        return self.world.drive("send " + shown(value), self.inner)

    def throw(self, thrown, *rest):
        self.world.caught(thrown)
        return self.world.throw(self.inner, thrown)

    def close(self):
        self.world.drive("close", self.inner)


def shown(value):
    return "null" if value is None else str(value)


def letter(generator):
    return LETTERS[inspect.getgeneratorstate(generator)]


def ended(value):
    return value
    yield


class World:
    def __init__(self):
        self.generators = []
        self.records = {}
        self.unreferenced = []
        self.items = iter([901, None, 902, 903])
        self.seen = []
        self.events = []
        self.over = False

    # === Scripts ===

    def run(self, root, script):
        self.make(root)
        for line in script:
            self.events.append("> " + line)
            number, operation = line.split(" ", 1)
            try:
                self.drive(operation, self.shared(int(number)))
            except BaseException:
                pass  # logged
        # From here on Python closes what is no longer referred to, which Weft does not.
        self.over = True
        return self.events

    def drive(self, operation, generator):
        try:
            value = self.apply(operation, generator)
        except BaseException as thrown:
            self.event(operation + " throws " + self.described(thrown))
            raise
        self.event(operation + " -> " + shown(value))
        return value

    def apply(self, operation, generator):
        words = operation.split(" ")
        if words[0] == "next":
            return self.step(generator, next, generator)
        if words[0] == "send":
            return self.step(generator, generator.send, None if words[1] == "null" else int(words[1]))
        if words[0] == "raise":
            return self.throw(generator, self.failure(words[1], "raised"))
        if words[0] == "close":
            self.refuse_if_running(generator)
            generator.close()
            return None
        return self.result(generator)

    def step(self, generator, call, argument):
        try:
            return call(argument)
        except StopIteration as stop:
            raise self.stop(generator, stop)

    def refuse_if_running(self, generator):
        """As since Python 3.13; before, an exception could reach what a running generator delegates to."""
        if letter(generator) == "R":
            raise ValueError("generator already executing")

    def throw(self, generator, thrown):
        self.refuse_if_running(generator)
        if isinstance(thrown, StopIteration):
            if sys.version_info < (3, 12) and letter(generator) == "N":
                generator.close()
                raise thrown
            self.decide(generator)
        try:
            return generator.throw(thrown)
        except StopIteration as stop:
            raise stop if stop is thrown else self.stop(generator, stop)

    def decide(self, generator):
        """Before Python 3.12 a StopIteration thrown at a plain iterator is raised, as in PEP 380 and Weft;
        since then it ends the iterator. What follows is not compared."""
        while hasattr(generator, "gi_yieldfrom") and generator.gi_yieldfrom is not None:
            generator = generator.gi_yieldfrom
        if sys.version_info >= (3, 12) and not hasattr(generator, "throw"):
            self.events.append("undecided")

    def stop(self, generator, stop):
        if stop.value is None and self.undelivered(generator):
            stop = StopIteration(self.records[generator].value)
        self.deliver(generator)
        return stop

    def result(self, generator):
        if letter(generator) != "X":
            return "no result yet"
        record = self.records[generator]
        return record.value if record.returned else "no result"

    def undelivered(self, generator):
        record = self.records.get(generator)
        return record is not None and letter(generator) == "X" and record.returned and not record.delivered

    def deliver(self, generator):
        record = self.records[generator]
        record.delivered = record.returned

    # === What the programs call ===

    def make(self, function):
        record = Record()
        generator = function(self, record)
        self.generators.append(generator)
        self.records[generator] = record
        return generator

    def unheld(self, function):
        """Held by nobody but what delegates to it. Weft never closes it when that has ended; Python must not."""
        generator = function(self, Record())
        self.unreferenced.append(generator)
        return generator

    def shared(self, number):
        return self.generators[number % len(self.generators)]

    def foreign(self, generator):
        return Foreign(self, generator)

    def begin(self, source):
        """What to delegate to."""
        if self.undelivered(source):
            self.deliver(source)
            return ended(self.records[source].value)
        return source

    def end(self, source, value):
        """What a delegation has returned: what its source did, unless that was ended from elsewhere."""
        if self.undelivered(source) and self.records[source].value == value:
            self.deliver(source)
        return value

    def returning(self, record, value):
        record.returned = True
        record.value = value
        return value

    def failed(self, record):
        record.returned = False

    def failure(self, name, message):
        kind = KINDS[name]
        return kind() if kind in SIGNALS else kind(message)

    def log(self, step, value):
        self.event(str(step) + ": " + shown(value))

    def caught(self, thrown):
        self.event("caught " + self.described(thrown))

    # === Events ===

    def event(self, what):
        if not self.over:
            self.events.append(what + " [" + "".join(map(letter, self.generators)) + "]")

    def described(self, thrown):
        number = next((at for at, each in enumerate(self.seen) if each is thrown), None)
        if number is None:
            number = len(self.seen)
            self.seen.append(thrown)
        cause = "" if thrown.__cause__ is None else " from " + self.described(thrown.__cause__)
        return self.kind(thrown) + "#" + str(number + 1) + cause

    def kind(self, thrown):
        name = type(thrown).__name__
        if isinstance(thrown, StopIteration):
            return name + "(" + shown(thrown.value) + ")"
        if type(thrown) in Refusal:
            return "Refusal(" + str(thrown).replace("non-None", "non-null") + ")"
        if isinstance(thrown, AttributeError) and "has no attribute 'send'" in str(thrown):
            return "UnsupportedOperationException"
        return name if isinstance(thrown, GeneratorExit) else name + "(" + str(thrown) + ")"


def run(root, scripts):
    for script in scripts:
        print("\n".join(World().run(root, script)))
        print("===")


sys.unraisablehook = lambda unraisable: None

"""A month of participation and trust, agent by agent, on Mesa.

The same equations as Cogov's kernel: noise, the share of ties that took part last month, a logistic choice with habit and fatigue, and trust that moves
towards what is seen and what ties think. Arguments: residents, months. Prints nanoseconds for each resident and month, and the share that took part,
which is Cogov's kind of number, not its value: draws are Python's own.
"""

import sys
import time

import mesa

BASE, SPIRIT, EFFICACY, NEIGHBOURS, SEASONED = -1.54, 1.29, 0.8, 1.15, 0.55
HABIT, FATIGUE, UP, DOWN, SOCIAL = 1.69, 1.85, 0.02, 0.05, 0.05
SUBJECTS, DOMAINS, TIES = 4, 8, 5


class Resident(mesa.Agent):
    def __init__(self, model):
        super().__init__(model)
        draw = model.random.random
        self.spirit, self.efficacy, self.habit, self.fatigue = draw(), draw(), 0.3 * draw(), 0.2 * draw()
        self.standing = model.random.gauss(0, 1)
        self.need = [draw() for _ in range(DOMAINS)]
        self.trust = [draw() for _ in range(SUBJECTS)]
        self.ties = []
        self.active, self.was_active, self.before = False, draw() < 0.2, None

    def look(self):
        """What others did last month, before anybody moves."""
        self.before = list(self.trust)
        self.was_active = self.active

    def step(self):
        neighbours = sum(tie.was_active for tie in self.ties) / max(1, len(self.ties))
        noise = self.model.logistic()
        utility = (
            noise + BASE + self.standing + SPIRIT * self.spirit + EFFICACY * self.efficacy
            + NEIGHBOURS * neighbours * (1 - SEASONED * self.habit) + HABIT * self.habit - FATIGUE * self.fatigue)
        self.active = utility >= 0
        service = 1 - sum(self.need) / DOMAINS
        for subject in range(SUBJECTS):
            own = self.before[subject]
            signal = 0.3 + 0.5 * service if subject in (0, 2) else 0.3 + 0.3 * neighbours
            gap = signal - own
            pull = (UP if gap > 0 else DOWN) * gap
            mean = sum(tie.before[subject] for tie in self.ties) / max(1, len(self.ties))
            self.trust[subject] = min(1.0, max(0.0, own + pull + SOCIAL * (mean - own if self.ties else 0)))


class Town(mesa.Model):
    def __init__(self, residents, seed=1):
        super().__init__(seed=seed)
        everyone = [Resident(self) for _ in range(residents)]
        for number, resident in enumerate(everyone):
            # Most ties are near, as in a building.
            resident.ties = [everyone[(number + self.random.randint(1, 60)) % residents] for _ in range(TIES)]

    def logistic(self):
        from math import log
        share = self.random.random() or 0.5
        return log(share / (1 - share))

    def step(self):
        self.agents.do("look")
        self.agents.do("step")


def main():
    residents, months = int(sys.argv[1]), int(sys.argv[2])
    town = Town(residents)
    town.step()
    began = time.perf_counter()
    for _ in range(months):
        town.step()
    took = time.perf_counter() - began
    share = sum(agent.active for agent in town.agents) / residents
    print(f"Mesa {mesa.__version__}, Python {sys.version.split()[0]}: {1e9 * took / residents / months:.0f} ns a resident and month ({100 * share:.0f} % took part)")


main()

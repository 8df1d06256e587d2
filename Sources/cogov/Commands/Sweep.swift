import ArgumentParser

struct Sweep: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            abstract: said("Run a design: many points, replicates and scenarios.", "按设计批量运行：多点、多次重复、多情景。"),
            discussion: said(
                """
                Examples: cogov sweep Designs/task-load.yaml
                          cogov sweep Designs/task-load.yaml --shard 1/4 --out shard-1
                          cogov sweep status Results/task-load
                          cogov sweep merge shard-1 shard-2 shard-3 shard-4 --out Results/task-load
                """,
                """
                例：cogov sweep Designs/task-load.yaml
                    cogov sweep Designs/task-load.yaml --shard 1/4 --out shard-1
                    cogov sweep status Results/task-load
                    cogov sweep merge shard-1 shard-2 shard-3 shard-4 --out Results/task-load
                """),
            subcommands: [SweepRun.self, SweepStatus.self, SweepMerge.self], defaultSubcommand: SweepRun.self)
    }
}

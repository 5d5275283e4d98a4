package org.digitscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.digitscope.data.Counts;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Sheet;
import org.digitscope.experiment.Sweep;
import org.digitscope.experiment.Sweep.Axis;
import org.digitscope.experiment.Sweep.Trial;
import org.digitscope.experiment.SweepRunner;
import org.digitscope.experiment.SweptSetting;
import org.digitscope.experiment.RunResult;
import org.digitscope.files.experiment.SweepFolder;
import org.digitscope.files.experiment.SweepReport;
import org.digitscope.files.experiment.SweepTables;
import org.digitscope.files.project.Fingerprint;
import org.digitscope.files.project.Project;
import org.digitscope.training.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sweep}: trains many runs that differ in some settings and in their seeds, here or on several machines. */
@Command(name = "sweep", description = "Trains a run for each combination of values and seeds into a folder, and goes on with what is missing there.",
        sortOptions = false)
final class SweepCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Mixin(name = SettingsOptions.NAME)
    private SettingsOptions settings;
    @Mixin
    private DataOption data;

    @Option(names = "--layers", paramLabel = "LIST", description = "Hidden layers to compare, such as 5,10,20,64-32,none.")
    private String layers;

    @Option(names = "--vary", paramLabel = "SETTING=LIST", description = "Values of another setting to compare, such as rate=0.001,0.01; of layers, "
            + "activation, optimizer, rate, batch, pictures, wrong-labels, start, l2. May be given several times.")
    private Map<String, String> varied = new LinkedHashMap<>();

    @Option(names = "--seeds", paramLabel = "LIST", defaultValue = "42", description = "Seeds, such as 0-4 or 1,5,9 (default: ${DEFAULT-VALUE}).")
    private String seeds;

    @Option(names = "--jobs", paramLabel = "COUNT", description = "Runs that are trained at a time (default: one for each processor).")
    private Integer jobs;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the runs are kept, one file each, with runs.csv, runs.json, times.csv "
            + "and report.html.")
    private Path out;

    @Option(names = "--tensorboard", description = "Writes curve and histograms of the weights of each run as event files for TensorBoard into "
            + "FOLDER/tensorboard.")
    private boolean tensorboard;

    @Option(names = "--plan", description = "Trains nothing, but prints a command for each run that is missing, to be run anywhere and in any order.")
    private boolean plan;

    @Option(names = "--only", paramLabel = "NUMBER", description = "Trains this run alone, as one of the commands of --plan does.")
    private Integer only;

    @Option(names = "--collect", description = "Trains nothing, but joins what was trained, and names what is missing.")
    private boolean collect;

    @Override
    public Integer call() throws IOException {
        Sweep sweep = sweep();
        List<Trial> trials = trials(sweep);
        checkNumbers(trials);
        DigitSets digits = data.load();
        Project.Data named = Project.Data.of(digits);
        SweepFolder folder = new SweepFolder(out);
        List<Trial> missing = new ArrayList<>();
        Map<Trial, RunResult> results = new LinkedHashMap<>();
        for (Trial trial : only == null ? trials : List.of(trials.get(only))) {
            folder.find(trial, named.checksum()).ifPresentOrElse(result -> results.put(trial, result), () -> missing.add(trial));
        }
        if (plan) {
            missing.forEach(this::printCommand);
            return Cli.OK;
        }
        if (tensorboard) {
            for (Map.Entry<Trial, RunResult> found : results.entrySet()) {
                folder.completeEvents(found.getKey(), found.getValue(), found.getKey().settings().stepsPerEpoch(digits.training().size()));
            }
        }
        boolean stopped = false;
        if (!collect) {
            SweepRunner runner = new SweepRunner(digits, named.checksum(), trainer -> fingerprint(trainer, named, data.isDeskewed()));
            stopped = train(runner, missing, folder, results);
        }
        if (only == null) {
            folder.write("runs.csv", SweepTables.runs(sweep, results));
            folder.write("runs.json", SweepTables.json(results));
            folder.write("times.csv", SweepTables.times(results));
            folder.write("report.html", SweepReport.of(sweep, results));
            say("%d of %s in %s%n", results.size(), Counts.of(trials.size(), "run"), out);
        }
        return collect || stopped ? tellMissing(trials, results) : Cli.OK;
    }

    /** Whether it was stopped before all runs were trained. */
    private boolean train(SweepRunner runner, List<Trial> missing, SweepFolder folder, Map<Trial, RunResult> results) throws IOException {
        int all = results.size() + missing.size();
        int atATime = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
        if (!missing.isEmpty()) {
            say("%s to train, %d at a time%n", Counts.of(missing.size(), "run"), Math.min(atATime, missing.size()));
        }
        try (Interruption interruption = new Interruption()) {
            return runner.run(missing, atATime, interruption::isRequested, run -> {
                if (tensorboard) {
                    folder.keepEvents(run.trial(), run.result(), run.trainer().stepsPerEpoch(), run.trainer().recording());
                }
                folder.keep(run.trial(), run.result());
                results.put(run.trial(), run.result());
                say("%d/%d %s: %s%n", results.size(), all, run.trial().title(), outcome(run.result()));
            }) < missing.size();
        }
    }

    private static String outcome(RunResult result) {
        String figures = result.resultEpoch().map(epoch -> String.format(Locale.ROOT, ", val_accuracy %.4f", epoch.validationAccuracy()))
                .orElse("");
        return String.format(Locale.ROOT, "%s%s in %.1f s", result.hasDiverged() ? "diverged" : Counts.of(result.epochs().size(), "epoch"), figures, result.seconds());
    }

    private int tellMissing(List<Trial> trials, Map<Trial, RunResult> results) {
        List<Trial> missing = trials.stream().filter(trial -> !results.containsKey(trial)).toList();
        missing.forEach(trial -> say("missing: %d %s%n", trial.number(), trial.title()));
        return missing.isEmpty() ? Cli.OK : Cli.UNUSABLE;
    }

    /** The same command for one run alone, as a shell reads it. */
    private void printCommand(Trial trial) {
        String given = spec.commandLine().getParseResult().originalArgs().stream().filter(word -> !word.equals("--plan")).map(SweepCommand::quoted)
                .collect(Collectors.joining(" "));
        spec.commandLine().getOut().println("digitscope " + given + " --only " + trial.number());
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static String fingerprint(Trainer trainer, Project.Data data, boolean deskew) {
        return Fingerprint.of(Project.of(trainer, data, deskew, Sheet.BLANK, List.of())).text();
    }

    private Sweep sweep() {
        if (spec.commandLine().getParseResult().hasMatchedOption("--seed")) {
            throw new ParameterException(spec.commandLine(), "a sweep has --seeds, not --seed");
        }
        try {
            List<Axis> axes = new ArrayList<>();
            if (layers != null) {
                axes.add(new Axis(SweptSetting.LAYERS, SweptSetting.LAYERS.values(layers)));
            }
            varied.forEach((name, values) -> {
                SweptSetting setting = SweptSetting.ofLabel(name).orElseThrow(() -> new IllegalArgumentException("'" + name
                        + "' can't be varied; expected one of " + Arrays.stream(SweptSetting.values()).map(SweptSetting::label).collect(Collectors.joining(", "))));
                axes.add(new Axis(setting, setting.values(values)));
            });
            return new Sweep(settings.settings(), axes, Sweep.seeds(seeds));
        } catch (IllegalArgumentException notAllowed) {
            throw new ParameterException(spec.commandLine(), notAllowed.getMessage());
        }
    }

    private List<Trial> trials(Sweep sweep) {
        try {
            return sweep.trials();
        } catch (IllegalArgumentException notAllowed) {
            throw new ParameterException(spec.commandLine(), notAllowed.getMessage());
        }
    }

    private void checkNumbers(List<Trial> trials) {
        Optional<String> problem = only != null && (only < 0 || only >= trials.size())
                ? Optional.of("--only must be from 0 to " + (trials.size() - 1) + ", not " + only)
                : jobs != null && jobs < 1 ? Optional.of("--jobs must be 1 or more, not " + jobs) : Optional.empty();
        problem.ifPresent(sentence -> {
            throw new ParameterException(spec.commandLine(), sentence);
        });
    }

    private void say(String format, Object... values) {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.printf(Locale.ROOT, format, values);
        terminal.flush();
    }
}

package org.digitscope.files.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.digitscope.data.Counts;
import org.digitscope.data.Dataset;
import org.digitscope.data.UnreadableFileException;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.FitStage;
import org.digitscope.drawing.GrayImage;
import org.digitscope.drawing.MnistFit;
import org.digitscope.drawing.Sheet;
import org.digitscope.files.PictureFile;

/**
 * Reads pictures that lie in a folder for each class, named 0 to 9, zero to nine or as Fashion-MNIST's classes, perhaps in one such
 * folder to learn from and another to check with; or in one folder, with names that begin with their digit. Pictures that aren't as
 * MNIST has them are fitted.
 */
final class PictureFolder {

    private static final String TRAINING = "(?i)train(ing)?";
    private static final String TEST = "(?i)test(ing)?|val(id(ation)?)?";
    /** What systems put into folders by themselves. */
    private static final String SYSTEM = "(?i)\\..*|__macosx|thumbs\\.db|desktop\\.ini";
    private static final int PICTURES_BETWEEN_REPORTS = 200;
    /** A single folder "bag" says nothing. */
    private static final int FEWEST_CLOTHES = 2;
    private static final MnistFit BEST = new MnistFit(FitStage.all());

    private final String name;
    private final Path chosen;
    private final Path folder;
    private final Progress progress;
    private final List<String> notices;

    /** A picture and its class. */
    private record Labelled(Path file, int label) {
    }

    /**
     * @param name of the pictures, for people
     * @param chosen by a person: this folder or the one around it; files are named from there on
     * @param notices receives what was left out and what was done to the pictures
     */
    PictureFolder(String name, Path chosen, Path folder, Progress progress, List<String> notices) {
        this.name = name;
        this.chosen = chosen;
        this.folder = folder;
        this.progress = progress;
        this.notices = notices;
    }

    /** Whether a folder has folders for classes. */
    static boolean isOne(Path folder) throws IOException {
        return hasDigits(folder) || hasClothes(folder);
    }

    /** Whether these classes are clothes. */
    static boolean hasClothes(Path folder) throws IOException {
        return !hasDigits(folder) && folders(folder).stream().filter(each -> PictureLabels.clothes(name(each)).isPresent()).count()
                >= FEWEST_CLOTHES;
    }

    /** Whether it has pictures itself. */
    static boolean isFlat(Path folder) throws IOException {
        return !pictures(folder).isEmpty();
    }

    /** The folder with the pictures to learn from and the one to check with, if these are what a folder has; empty otherwise. */
    static List<Path> halves(Path folder) throws IOException {
        Optional<Path> training = half(folder, TRAINING);
        Optional<Path> test = half(folder, TEST);
        return training.isPresent() && test.isPresent() ? List.of(training.get(), test.get()) : List.of();
    }

    /** Other folders with pictures beside the halves, by name. */
    static List<String> beside(List<Path> halves) throws IOException {
        List<String> others = new ArrayList<>();
        for (Path each : folders(halves.get(0).getParent())) {
            if (!halves.contains(each) && (isOne(each) || isFlat(each))) {
                others.add(name(each));
            }
        }
        return others;
    }

    private static Optional<Path> half(Path folder, String wanted) throws IOException {
        for (Path each : folders(folder)) {
            if (name(each).matches(wanted) && (isOne(each) || isFlat(each))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** All pictures: class by class, in the order of the numbers in their names. */
    Dataset read() throws IOException {
        List<Labelled> files = isOne(folder) ? inClasses() : named();
        Dataset.Builder pictures = Dataset.builder(name, files.size());
        int inverted = 0;
        for (int i = 0; i < files.size(); i++) {
            inverted += add(files.get(i), pictures) ? 1 : 0;
            if (i % PICTURES_BETWEEN_REPORTS == 0) {
                Labels.go(name, progress, (double) i / files.size());
            }
        }
        if (inverted > 0) {
            notices.add("Fitted as drawings are, and inverted: dark ink on white in " + inverted + " of "
                    + Counts.of(files.size(), "picture") + inHalf() + ".");
        }
        return pictures.build();
    }

    /** Adds a picture; tells whether its ink was dark. */
    private boolean add(Labelled labelled, Dataset.Builder pictures) throws IOException {
        try {
            GrayImage picture = PictureFile.read(labelled.file);
            Sheet sheet = PictureFile.sheet(labelled.file, picture);
            pictures.add(sheet.fit(BEST).orElseThrow().main(), labelled.label);
            return !sheet.isFramed() && Backdrop.isInkDark(picture);
        } catch (UnreadableFileException problem) {
            String folders = shown(labelled.file.getParent());
            throw folders.isEmpty() ? problem : problem.within(folders);
        }
    }

    /** A file's or folder's name with the folders that lie between it and the chosen one. */
    private String shown(Path inside) {
        return inside.equals(chosen) ? "" : StreamSupport.stream(chosen.relativize(inside).spliterator(), false).map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private String inHalf() {
        return folder.equals(chosen) ? "" : " in " + shown(folder);
    }

    private List<Labelled> inClasses() throws IOException {
        Function<String, OptionalInt> label = hasClothes(folder) ? PictureLabels::clothes : PictureLabels::digit;
        List<Labelled> files = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Path each : folders(folder)) {
            OptionalInt known = label.apply(name(each));
            if (known.isEmpty()) {
                leftOut.add(shown(each));
            } else {
                pictures(each).forEach(file -> files.add(new Labelled(file, known.getAsInt())));
                others(each).forEach(file -> others.add(shown(file)));
            }
        }
        pictures(folder).forEach(file -> others.add(shown(file)));
        if (files.isEmpty()) {
            throw new UnreadableFileException(folder, "holds no pictures; expected folders 0 to 9 with PNG, JPEG, GIF or BMP pictures");
        }
        tellLeftOut("folder", leftOut, "no class from 0 to 9");
        tellLeftOut("file", others, "no picture in such a folder");
        files.sort(Comparator.comparingInt(Labelled::label));
        return files;
    }

    private List<Labelled> named() throws IOException {
        List<Labelled> files = new ArrayList<>();
        for (Path file : pictures(folder)) {
            files.add(new Labelled(file, PictureLabels.inFront(name(file)).orElseThrow(() -> new UnreadableFileException(chosen, "holds "
                    + shown(file) + ", whose name doesn't begin with a digit; expected names such as 3_0001.png or label-3-17.png, or "
                    + "pictures in folders 0 to 9"))));
        }
        return files;
    }

    private void tellLeftOut(String kind, List<String> names, String why) {
        if (names.size() == 1) {
            notices.add("Left out: the " + kind + " " + names.get(0) + ", as it is " + why + ".");
        } else if (!names.isEmpty()) {
            notices.add("Left out: " + names.size() + " " + kind + "s (" + ArraySets.listed(names) + "), as each is " + why + ".");
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isDirectory(entry) && !name(entry).matches(SYSTEM)).sorted().toList();
        }
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(PictureFolder::isPicture)
                    .sorted(Comparator.comparing(PictureFolder::number).thenComparing(PictureFolder::name)).toList();
        }
    }

    private static List<Path> others(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !isPicture(entry) && !name(entry).matches(SYSTEM)).sorted().toList();
        }
    }

    private static boolean isPicture(Path path) {
        return PictureFile.isNamedLikeOne(path) && !name(path).matches(SYSTEM) && Files.isRegularFile(path);
    }

    private static boolean hasDigits(Path folder) throws IOException {
        return folders(folder).stream().anyMatch(each -> PictureLabels.digit(name(each)).isPresent());
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** 2.png comes before 10.png. */
    private static long number(Path path) {
        String digits = name(path).replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 18 ? 0 : Long.parseLong(digits);
    }
}

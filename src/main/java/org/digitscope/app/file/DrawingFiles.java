package org.digitscope.app.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.LatestQuestion;
import org.digitscope.app.run.Notices;
import org.digitscope.app.study.PadModel;
import org.digitscope.data.Dataset;
import org.digitscope.data.DigitSets;
import org.digitscope.drawing.Backdrop;
import org.digitscope.drawing.GrayImage;
import org.digitscope.explain.MostFamiliar;
import org.digitscope.files.AtomicFile;
import org.digitscope.files.Brightness;
import org.digitscope.files.PictureFile;

/** Brings pictures to the drawing pad, from files, the clipboard and other windows, and takes drawings away from it. */
public final class DrawingFiles {

    private static final double MOST_PIXELS = 40_000_000;

    /**
     * A picture that was read.
     *
     * @param plain whether it tells which of its colours is ink
     */
    private record Read(Backdrop backdrop, boolean plain) {
    }

    private final AppModel model;
    private final PadModel drawing;
    private final FileDialogs files;
    private final LatestQuestion opening;
    /** Why nothing was pasted last. */
    private String refusal = "";

    public DrawingFiles(AppModel model, PadModel drawing, FileDialogs files) {
        this.model = model;
        this.drawing = drawing;
        this.files = files;
        opening = new LatestQuestion(model.background(), model.background().files());
    }

    /** Asks for a picture. */
    public void open() {
        files.choose("Pictures", PictureFile.PATTERNS, this::open);
    }

    /** Puts a picture's file on the pad. */
    void open(Path file) {
        Optional<DigitSets> digits = Optional.ofNullable(model.digitsProperty().get());
        opening.ask(() -> chosen(PictureFile.readings(file), digits), this::load);
    }

    /** Takes what is on the clipboard: a picture, or a picture's file. */
    public void paste() {
        if (!take(Clipboard.getSystemClipboard())) {
            refuse("There is no picture on the clipboard; copy one in another program, or open its file.",
                    new Notices.Action("Open a Picture…", this::open));
        }
    }

    /** Whether {@link #take} would find something. */
    public static boolean isTakeable(Clipboard source) {
        return source.hasFiles() || source.hasImage();
    }

    /** Takes a picture that was dropped or copied; false when there is none. */
    public boolean take(Clipboard source) {
        if (source.hasFiles()) {
            List<Path> all = source.getFiles().stream().map(File::toPath).toList();
            open(all.get(0));
            model.background().ask(() -> LeftOut.of(all), left -> left.ifPresent(model.notices()::remark));
        } else if (source.hasImage()) {
            take(source.getImage());
        }
        return isTakeable(source);
    }

    private void take(Image image) {
        double width = image.getWidth();
        double height = image.getHeight();
        if (width < 1 || height < 1 || width * height > MOST_PIXELS) {
            refuse(String.format(Locale.ROOT, "The picture on the clipboard has %.0f × %.0f pixels; expected 1 to %.0f in all.",
                    width, height, MOST_PIXELS));
            return;
        }
        Optional<DigitSets> digits = Optional.ofNullable(model.digitsProperty().get());
        GrayImage brightness = brightness(image);
        opening.ask(() -> chosen(Backdrop.readings(brightness), digits), read -> {
            if (read.backdrop.isBlank()) {
                refuse("The picture on the clipboard " + Backdrop.missingInk(brightness) + ".");
            } else {
                load(read);
            }
        });
    }

    /** Where several readings are possible, the one most like training; before there are digits the usual one. */
    private static Read chosen(List<Backdrop> readings, Optional<DigitSets> digits) {
        Backdrop chosen = digits.map(sets -> MostFamiliar.of(readings, sets.training())).orElse(readings.get(0));
        return new Read(chosen, readings.size() == 1);
    }

    private void refuse(String sentence, Notices.Action... offered) {
        refusal = sentence;
        model.notices().tell(sentence, offered);
    }

    private void load(Read read) {
        model.notices().withdraw(refusal);
        drawing.load(read.backdrop);
        if (!read.plain) {
            model.notices().tell("The picture doesn't tell which of its colours is ink: what is more like the training digits was taken.",
                    new Notices.Action("Exchange Ink and Paper", drawing::exchangeInk));
        }
    }

    /** Copies the 784 values, 28 lines of 28 numbers from 0 to 255 with tabs between them, as a table for other programs. */
    public void copyValues() {
        drawing.digitProperty().get().ifPresent(digit -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(table(digit.main()));
            content.putImage(image(digit.main()));
            Clipboard.getSystemClipboard().setContent(content);
            model.notices().tell("The drawing is on the clipboard, as its 784 values and as a picture of 28 × 28 pixels.");
        });
    }

    /** Asks where to save what the network sees, as a 28×28 PNG. */
    public void save() {
        drawing.digitProperty().get().ifPresent(digit -> {
            byte[] png = PngImage.encode(image(digit.main()));
            files.save("the drawing", "digit.png", "PNG pictures", file -> AtomicFile.write(file, out -> out.write(png)));
        });
    }

    private static GrayImage brightness(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return Brightness.ofArgb(width, height, argb);
    }

    private static String table(byte[] pixels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pixels.length; i++) {
            text.append(pixels[i] & 0xFF).append(i % Dataset.COLUMNS == Dataset.COLUMNS - 1 ? '\n' : '\t');
        }
        return text.toString();
    }

    private static WritableImage image(byte[] pixels) {
        WritableImage image = new WritableImage(Dataset.COLUMNS, Dataset.ROWS);
        for (int i = 0; i < pixels.length; i++) {
            image.getPixelWriter().setArgb(i % Dataset.COLUMNS, i / Dataset.COLUMNS, 0xFF000000 | (pixels[i] & 0xFF) * 0x010101);
        }
        return image;
    }
}

package org.digitscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.file.Closing;
import org.digitscope.app.file.DroppedFiles;
import org.digitscope.app.file.LastFolders;
import org.digitscope.app.file.Preferences;
import org.digitscope.app.file.PreferencesFile;
import org.digitscope.app.file.Session;
import org.digitscope.app.file.SystemDialogs;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.SweepWork;
import org.digitscope.app.view.RunsPart;
import org.digitscope.data.DigitSets;
import org.digitscope.data.Mnist;

/** The desktop application: makes the model and the window, and remembers how the person left them. */
public final class DigitscopeApp extends Application {

    /**
     * A jar's JavaFX lies on the class path, which works but isn't supported; telling people at every start helps nobody.
     * The logger is kept here because its filter would go with it.
     */
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private final Appearance appearance = new Appearance();
    private static final Duration TIME_BETWEEN_COPIES = Duration.seconds(10);

    private final PreferencesFile preferencesFile = PreferencesFile.usual();
    private final ExecutorService pool = Executors.newCachedThreadPool(DigitscopeApp::daemon);
    private final AppModel model = new AppModel(pool, Platform::runLater);
    private final Timeline copies = new Timeline();
    private Stage stage;
    private Session session;
    private SweepWork sweeps;
    private LastFolders folders;

    /**
     * Shows the window and returns when it is closed.
     *
     * @param files opened in it, as if they were dropped on it
     */
    public static void open(List<Path> files) {
        JAVAFX_LOG.setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
        launch(DigitscopeApp.class, files.stream().map(Path::toString).toArray(String[]::new));
    }

    @Override
    public void start(Stage primary) {
        stage = primary;
        pool.execute(this::loadDigits);
        Preferences preferences = preferencesFile.read();
        appearance.darkProperty().set(preferences.dark());
        appearance.presenterProperty().set(preferences.presenter());
        appearance.logarithmicProperty().set(preferences.logarithmic());
        appearance.runBeforeProperty().set(preferences.runBefore());
        appearance.moreSettingsProperty().set(preferences.moreSettings());
        appearance.install();
        model.settingsProperty().set(preferences.settings());
        model.pictures().deskewProperty().set(preferences.deskew());
        model.pictures().handsProperty().set(preferences.hands());
        Views views = new Views(model, appearance, new SystemDialogs(() -> stage), preferencesFile.folder());
        session = views.session();
        sweeps = views.sweeps();
        session.recent().setAll(preferences.recent());
        folders = views.folders();
        folders.addAll(preferences.folders());
        Optional<Rectangle2D> place = place(preferences, preferences.width(), preferences.height());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = place.map(Rectangle2D::getWidth).orElse(Math.min(preferences.width(), screen.getWidth()));
        double height = place.map(Rectangle2D::getHeight).orElse(Math.min(preferences.height(), screen.getHeight()));
        stage.titleProperty().bind(Bindings.createStringBinding(this::title, session.fileProperty(), session.changedProperty()));
        stage.getIcons().add(new Image(DigitscopeApp.class.getResourceAsStream("icon.png")));
        stage.setScene(views.scene(width, height));
        // a maximized window fills the screen on which it begins
        place.ifPresent(this::moveTo);
        stage.setMaximized(preferences.maximized());
        stage.setMinWidth(800);
        stage.setMinHeight(560);
        closeWithCare(views.closing());
        stage.show();
        keepSize(preferences, width, height);
        session.begin();
        sweeps.findEarlier(() -> views.navigation().goTo(RunsPart.SWEEP));
        openWhenRead(getParameters().getRaw().stream().map(Path::of).toList(), views.droppedFiles());
        copies.getKeyFrames().setAll(new KeyFrame(TIME_BETWEEN_COPIES, event -> session.keepCopy()));
        copies.setCycleCount(Animation.INDEFINITE);
        copies.play();
    }

    /** Some window managers show a window at its smallest size; told once more, now that its frame is known, they give it the wanted one. */
    private void keepSize(Preferences preferences, double width, double height) {
        if (!stage.isMaximized()) {
            Platform.runLater(() -> {
                double framed = width + stage.getWidth() - stage.getScene().getWidth();
                double framedHeight = height + stage.getHeight() - stage.getScene().getHeight();
                Optional<Rectangle2D> place = place(preferences, framed, framedHeight);
                Rectangle2D screen = Screen.getPrimary().getVisualBounds();
                stage.setWidth(place.map(Rectangle2D::getWidth).orElse(Math.min(framed, screen.getWidth())));
                stage.setHeight(place.map(Rectangle2D::getHeight).orElse(Math.min(framedHeight, screen.getHeight())));
                place.ifPresent(this::moveTo);
            });
        }
    }

    /** Projects and networks need the digits. */
    private void openWhenRead(List<Path> files, DroppedFiles opening) {
        if (!files.isEmpty()) {
            model.digitsProperty().addListener(new InvalidationListener() {
                @Override
                public void invalidated(Observable digits) {
                    digits.removeListener(this);
                    Platform.runLater(() -> opening.open(files));
                }
            });
        }
    }

    private void moveTo(Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
    }

    private static Optional<Rectangle2D> place(Preferences preferences, double width, double height) {
        return WindowPlace.on(Screen.getScreens().stream().map(Screen::getVisualBounds).toList(), preferences.corner(), width, height);
    }

    /** Also where the window goes without having been asked, as at the end of the desktop's session. */
    @Override
    public void stop() {
        copies.stop();
        model.close();
        sweeps.close();
        session.keepCopy();
        model.background().awaitWritten();
        session.end();
        pool.shutdownNow();
    }

    /** The window waits until everything is on the disk. */
    private void closeWithCare(Closing closing) {
        stage.setOnCloseRequest(event -> {
            event.consume();
            closing.request(() -> {
                remember();
                stage.close();
            });
        });
    }

    private void loadDigits() {
        try {
            DigitSets digits = Mnist.load();
            Platform.runLater(() -> model.digitsLoaded(digits));
        } catch (IOException damaged) {
            Platform.runLater(() -> model.loadingFailed(damaged.getMessage()));
        }
    }

    private String title() {
        return session.fileProperty().get().map(path -> (session.changedProperty().get() ? "• " : "") + path.getFileName() + " – ")
                .orElse("") + "Digitscope";
    }

    private void remember() {
        Scene scene = stage.getScene();
        boolean filled = stage.isMaximized() || stage.isFullScreen() || stage.isIconified();
        Preferences before = preferencesFile.read();
        Optional<Point2D> corner = Optional.of(new Point2D(stage.getX(), stage.getY()));
        Preferences now = new Preferences(stage.isIconified() ? before.corner() : corner, filled ? before.width() : scene.getWidth(),
                filled ? before.height() : scene.getHeight(), stage.isMaximized(), appearance.darkProperty().get(), appearance.presenterProperty().get(),
                appearance.logarithmicProperty().get(), appearance.runBeforeProperty().get(), appearance.moreSettingsProperty().get(),
                model.pictures().deskewProperty().get(), model.pictures().handsProperty().get(), List.copyOf(session.recent()), folders.all(),
                model.settingsProperty().get());
        try {
            preferencesFile.write(now);
        } catch (IOException refused) {
            System.err.println("The window's size and settings were not kept: " + refused.getMessage());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    }
}

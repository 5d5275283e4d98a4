package org.digitscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.event.EventDispatcher;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import org.digitscope.app.control.Appearance;
import org.digitscope.app.file.Closing;
import org.digitscope.app.file.Copying;
import org.digitscope.app.file.DataSets;
import org.digitscope.app.file.DrawingFiles;
import org.digitscope.app.file.DroppedFiles;
import org.digitscope.app.file.FileDialogs;
import org.digitscope.app.file.LastFolders;
import org.digitscope.app.file.LessonFiles;
import org.digitscope.app.file.NetworkExchange;
import org.digitscope.app.file.PictureMenu;
import org.digitscope.app.file.Results;
import org.digitscope.app.file.RunFiles;
import org.digitscope.app.file.Session;
import org.digitscope.app.file.Teaching;
import org.digitscope.app.run.AppModel;
import org.digitscope.app.run.SweepWork;
import org.digitscope.app.run.UndoOrder;
import org.digitscope.app.study.AnswerLists;
import org.digitscope.app.study.ChosenRuns;
import org.digitscope.app.study.Explanations;
import org.digitscope.app.study.LessonStates;
import org.digitscope.app.study.LessonTasks;
import org.digitscope.app.study.Lookalikes;
import org.digitscope.app.study.NetworkFlows;
import org.digitscope.app.study.NeuronStudies;
import org.digitscope.app.study.NextSteps;
import org.digitscope.app.study.NotebookPages;
import org.digitscope.app.study.OpenLesson;
import org.digitscope.app.study.PadModel;
import org.digitscope.app.study.TestScores;
import org.digitscope.app.study.WhatIfStudies;
import org.digitscope.app.view.Exhibits;
import org.digitscope.app.view.HelpDialogs;
import org.digitscope.app.view.LessonScenes;
import org.digitscope.app.view.MainController;
import org.digitscope.app.view.Navigation;
import org.digitscope.app.view.SceneOnScreen;
import org.digitscope.app.view.View;
import org.digitscope.app.view.ViewLoader;
import org.digitscope.files.datasets.UsedDataSets;
import org.digitscope.files.experiment.SweepFolders;
import org.digitscope.files.project.SessionCopies;

/** Makes the parts of the window, one of each, and loads views whose controllers get those that their constructors ask for. */
final class Views implements ViewLoader {

    private final AppModel model;
    private final Appearance appearance;
    private final FileDialogs files;
    private final PadModel drawing;
    private final Session session;
    private final Teaching teaching;
    private final DroppedFiles dropped;
    private final Closing closing;
    private final SweepWork sweeps;
    private final LessonScenes scenes;
    private final Navigation navigation = new Navigation();
    private final List<Object> parts;

    /** @param folder where sessions are kept */
    Views(AppModel model, Appearance appearance, FileDialogs.Chooser chooser, Path folder) {
        this.model = model;
        this.appearance = appearance;
        files = new FileDialogs(model.background(), chooser);
        drawing = new PadModel(model.shownProperty(), model.pictures().deskewProperty());
        UsedDataSets used = new UsedDataSets(folder.resolve("data-sets.json"));
        teaching = new Teaching(model, drawing, files, folder);
        session = new Session(model, drawing, files, new SessionCopies(folder), used, () -> teaching.digitsProperty().get());
        closing = new Closing(model, session, files);
        DataSets dataSets = new DataSets(model, files, used);
        DrawingFiles pictures = new DrawingFiles(model, drawing, files);
        NetworkExchange networks = new NetworkExchange(model, files);
        RunFiles runs = new RunFiles(model, files);
        OpenLesson lesson = new OpenLesson();
        LessonFiles lessons = new LessonFiles(model, files, lesson, session, folder);
        Explanations explanations = new Explanations(model, drawing);
        NetworkFlows flows = new NetworkFlows(model, drawing);
        SceneOnScreen screen = new SceneOnScreen(model, drawing, navigation, flows, explanations);
        session.keepScenesOf(screen);
        lesson.lessonProperty().addListener((observable, before, after) -> navigation.viewProperty().set(View.NOTEBOOK));
        scenes = new LessonScenes(model, lessons, lesson, screen, navigation);
        dropped = new DroppedFiles(session, networks, dataSets, pictures, runs, lessons, model);
        sweeps = new SweepWork(model, new SweepFolders(folder.resolve("sweeps")));
        TestScores scores = new TestScores(model);
        AnswerLists answers = new AnswerLists(model);
        LessonStates states = new LessonStates(model, drawing, flows, answers, sweeps);
        navigation.follow(states.placeProperty());
        parts = List.of(this, model, appearance, files, drawing, session, teaching, dataSets, pictures, networks, navigation,
                new UndoOrder(drawing, model.inspection().edits(), model.runs()), new ChosenRuns(model.runs()), runs, sweeps, new Lookalikes(model, drawing), explanations, flows, screen, scenes,
                answers, scores, lesson, lessons, states, new LessonTasks(model, scores, states, lesson), new NotebookPages(model, scores, lesson), new WhatIfStudies(model), new NeuronStudies(model),
                new NextSteps(model), new Results(model, drawing, files), new Copying(model.notices(), drawing, pictures), new Exhibits(model, appearance), new HelpDialogs());
    }

    Navigation navigation() {
        return navigation;
    }

    PadModel drawing() {
        return drawing;
    }

    Session session() {
        return session;
    }

    SweepWork sweeps() {
        return sweeps;
    }

    Closing closing() {
        return closing;
    }

    LastFolders folders() {
        return files.folders();
    }

    DroppedFiles droppedFiles() {
        return dropped;
    }

    /** The whole window, with the keys and menus that hold everywhere in it. */
    Scene scene(double width, double height) {
        Scene scene = new Scene(load("main"), width, height);
        scene.getStylesheets().add(Views.class.getResource("digitscope.css").toExternalForm());
        Shortcuts.install(scene, model, teaching, scenes);
        new PictureMenu(files, appearance).install(scene);
        droppedFiles().install(scene);
        holdWhileClosing(scene);
        return scene;
    }

    /** What is changed after the window's end has begun would be lost. Keys reach the menu even where all else is disabled. */
    private void holdWhileClosing(Scene scene) {
        scene.getRoot().disableProperty().bind(closing.underWayProperty());
        EventDispatcher usual = scene.getEventDispatcher();
        scene.setEventDispatcher((event, tail) -> event instanceof InputEvent && closing.underWayProperty().get() ? null
                : usual.dispatchEvent(event, tail));
    }

    @Override
    public Parent load(String name) {
        FXMLLoader loader = new FXMLLoader(MainController.class.getResource(name + ".fxml"));
        loader.setControllerFactory(this::controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException("the view " + name + " is broken", broken);
        }
    }

    /** Controllers have one constructor, whose arguments are parts of the window. */
    private Object controller(Class<?> type) {
        Constructor<?> constructor = type.getConstructors()[0];
        try {
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes()).map(this::part).toArray());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("the controller " + type.getName() + " can't be made", broken);
        }
    }

    /** The part of that kind, of which there is one. */
    <T> T part(Class<T> wanted) {
        return parts.stream().filter(wanted::isInstance).map(wanted::cast).findFirst()
                .orElseThrow(() -> new IllegalStateException("the window has no " + wanted.getName()));
    }
}

package org.digitscope.data;

import java.util.List;

/** What the ten labels of a data set stand for. */
public enum ClassNames {

    DIGITS("digits 0 to 9", List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")),
    /** Source: Han Xiao, Kashif Rasul and Roland Vollgraf, "Fashion-MNIST", 2017. */
    FASHION("Fashion-MNIST", List.of("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
            "Ankle boot"));

    private final String title;
    private final List<String> names;

    ClassNames(String title, List<String> names) {
        this.title = title;
        this.names = names;
    }

    /** Of all ten, for a list to choose from. */
    public String title() {
        return title;
    }

    /** What a label from 0 to 9 stands for, such as "7" or "Sneaker". */
    public String of(int label) {
        return names.get(label);
    }

    /** The same with the label itself in front where that says more, such as "7" or "7 Sneaker". */
    public String numbered(int label) {
        return this == DIGITS ? of(label) : label + " " + of(label);
    }
}

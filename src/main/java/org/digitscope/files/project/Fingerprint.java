package org.digitscope.files.project;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.digitscope.data.Sha256;
import org.digitscope.files.StrictJson;

/**
 * What a run is, to the bit: the same settings, pictures and parameters have the same fingerprint on every machine. Step and parameters are
 * those of the network that the run gives, the best epoch's where it is over and early stopping restores it.
 *
 * @param settings of the run, with the step of its network, as JSON
 * @param data SHA-256 of the training pictures
 * @param parameters SHA-256 of the network's numbers
 */
public record Fingerprint(String settings, String data, String parameters) {

    /** Of a session. What was drawn or changed by hand is no part of the run. */
    public static Fingerprint of(Project project) {
        return new Fingerprint(StrictJson.write(StrictJson.fields("settings", ProjectJson.settings(project.settings()), "deskew",
                project.deskew(), "step", project.result().step())), project.data().checksum(), project.result().parameters().checksum());
    }

    /** All of it in 64 hexadecimal digits: SHA-256 over the three parts, each with a line feed behind it, as UTF-8. */
    public String text() {
        MessageDigest digest = Sha256.start();
        for (String part : new String[] {settings, data, parameters}) {
            digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.end(digest);
    }
}

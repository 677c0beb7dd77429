package dev.kinprint.suite;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document from hostile bytes: strict UTF-8, a size cap, no key twice, no anchor, alias or tag, and
 * little nesting. It builds the tree from the parser's events, so no scalar is ever typed and nothing expands.
 */
final class YamlFile {
    private static final int DEEPEST = 12;

    private final String file;
    private final Iterator<Event> events;

    private YamlFile(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /** Reads a file of at most so many bytes. */
    static Yaml read(Path path, int cap) {
        String file = path.toString();
        try (InputStream in = Files.newInputStream(path)) {
            return parse(in.readNBytes(cap + 1), file, cap);
        } catch (NoSuchFileException e) {
            throw OperatorError.usage("no such file", file, "nothing has this name", "Check the path.");
        } catch (IOException e) {
            throw OperatorError.usage(
                    "cannot read the file",
                    file,
                    Files.isDirectory(path) ? "it is a folder" : "the system refused to open or read it",
                    "Give the path of a file that you may read.");
        }
    }

    /** Reads bytes under the name of their file. */
    static Yaml parse(byte[] bytes, String file, int cap) {
        if (bytes.length > cap) {
            throw OperatorError.usage(
                    "the file is too long",
                    file,
                    "it has more than " + cap + " bytes",
                    "Give a YAML file, or split this one.");
        }
        String text = decode(bytes, file);
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file)
                    .setCodePointLimit(cap + 1)
                    .build();
            return new YamlFile(file, new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            String problem = String.valueOf(e.getProblem());
            throw broken(file, line, KeyLiteral.within(problem) ? "the parser stopped here" : Shown.text(problem));
        } catch (ReaderException e) {
            int before = Math.min(e.getPosition(), text.codePointCount(0, text.length()));
            long breaks = text.codePoints().limit(before).filter(c -> c == '\n').count();
            throw broken(file, (int) breaks + 1, "a character that YAML does not allow");
        } catch (YamlEngineException e) {
            throw broken(file, 1, "it has a directive or a structure that is not read");
        }
    }

    private static String decode(byte[] bytes, String file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw OperatorError.usage("not a text file", file, "it is not valid UTF-8", "Save it as UTF-8.");
        }
    }

    private Yaml document() {
        Event event = next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            throw OperatorError.usage(
                    "the file is empty", file + ":1", "it holds no value", "Write the keys it needs.");
        }
        Yaml root = value(event, 1);
        next();
        Event end = next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw broken(file, line(end), "a second document begins here");
        }
        return root;
    }

    private Yaml value(Event event, int depth) {
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && anchored(node))) {
            throw OperatorError.usage(
                    "an anchor or alias",
                    file + ":" + line(event),
                    "every value must stand where it is used, so that a small file cannot grow large",
                    "Write the value out.");
        }
        if (depth > DEEPEST) {
            throw broken(file, line(event), "nested deeper than " + DEEPEST + " levels");
        }
        if (event instanceof ScalarEvent scalar) {
            untagged(scalar.getTag(), event);
            String text = scalar.getValue();
            boolean block = scalar.isLiteral() || scalar.isFolded();
            return new Yaml.Text(block ? text.stripTrailing() : text, line(event));
        }
        untagged(((CollectionStartEvent) event).getTag(), event);
        return event instanceof MappingStartEvent ? section(event, depth) : items(event, depth);
    }

    private Yaml items(Event start, int depth) {
        List<Yaml> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(value(event, depth + 1));
        }
        return new Yaml.Items(items, line(start));
    }

    private Yaml section(Event start, int depth) {
        List<Yaml.Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            if (!(value(event, depth + 1) instanceof Yaml.Text key)) {
                throw broken(file, line(event), "a key that is not plain text");
            }
            Integer before = lines.putIfAbsent(key.value(), key.line());
            if (before != null) {
                String name = KeyLiteral.within(key.value()) ? "a key" : "key '" + Shown.text(key.value()) + "'";
                throw OperatorError.usage(
                        name + " stands twice",
                        file + ":" + key.line(),
                        "it already stands on line " + before,
                        "Keep one of the two.");
            }
            entries.add(new Yaml.Entry(key.value(), key.line(), value(next(), depth + 1)));
        }
        return new Yaml.Section(entries, line(start));
    }

    private static boolean anchored(NodeEvent node) {
        return node.getAnchor().isPresent();
    }

    private void untagged(Optional<String> tag, Event event) {
        if (tag.isPresent()) {
            throw broken(file, line(event), "a tag; values have no tags here");
        }
    }

    private Event next() {
        return events.next();
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static OperatorError broken(String file, int line, String why) {
        return OperatorError.usage(
                "not a YAML file of the kind read here", file + ":" + line, why, "Correct this line.");
    }
}

package dev.kinprint.channel;

import dev.kinprint.corpus.Corpus;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A corpus as the chosen channels see it. */
public final class Profiles {
    private final Corpus corpus;
    private final NavigableMap<String, Profile> byChannel;

    Profiles(Corpus corpus, Map<String, Profile> byChannel) {
        this.corpus = corpus;
        this.byChannel = Collections.unmodifiableNavigableMap(new TreeMap<>(byChannel));
    }

    /** The texts that were fitted. */
    public Corpus corpus() {
        return corpus;
    }

    /** The channels that were fitted, in the order in which they are printed. */
    public List<String> channels() {
        return Channels.ids().stream().filter(byChannel::containsKey).toList();
    }

    /** The same corpus as some of these channels see it; channels that were not fitted are passed over. */
    public Profiles only(Collection<String> kept) {
        Map<String, Profile> some = new TreeMap<>(byChannel);
        some.keySet().retainAll(kept);
        return new Profiles(corpus, some);
    }

    /** What a channel sees; empty where it was not chosen. */
    public Optional<Profile> of(String channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }
}

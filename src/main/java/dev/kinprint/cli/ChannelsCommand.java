package dev.kinprint.cli;

import dev.kinprint.channel.Channel;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.SideTest;
import dev.kinprint.channel.SideTests;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the kinds of evidence. */
@Command(
        name = ChannelsCommand.NAME,
        description = ChannelsCommand.SUMMARY,
        footer = {
            "  kinprint channels",
            "  kinprint judge results/acme-audit --channels content-embedding,content-ngram"
        })
final class ChannelsCommand implements Callable<Integer> {
    static final String NAME = "channels";
    static final String SUMMARY = "Lists the channels: what each compares, in which unit, and what it cannot tell.";

    private final Console console;

    ChannelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.data("channels", ListingData::channels);
        console.data("sideTests", ListingData::sideTests);
        for (Channel channel : Channels.all()) {
            console.answer(channel.id() + "\n  compares  " + channel.title() + "\n  score     " + channel.unit()
                    + "\n  limits    " + channel.limits());
        }
        console.answer("\nBeside the verdict, each with a test of its own, and in no likelihood ratio:\n");
        for (SideTest test : SideTests.all()) {
            console.answer(test.id() + "\n  compares  " + test.title() + "\n  value     " + test.unit()
                    + "\n  limits    " + test.limits());
        }
        return Exit.OK;
    }
}

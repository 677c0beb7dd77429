package dev.kinprint.report;

import dev.kinprint.verdict.Finding;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A gate's findings as JUnit XML: a suite for the models of a condition, a test case for each condition. A condition
 * that fails is a failure, one whose answers could not be collected an error, an undecided one is skipped.
 */
final class GateJunit {
    private static final String NO_TIME = "0";

    private final XMLStreamWriter xml;

    private GateJunit(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(GateReport report) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            new GateJunit(xml).write(report);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can always be written to", e);
        }
        return out.toString();
    }

    private void write(GateReport report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        attribute("name", "kinprint gate");
        counts(report.findings());
        Map<String, List<Finding>> suites = report.findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> GateWords.models(finding.condition()), LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Finding>> suite : suites.entrySet()) {
            suite(report, suite.getKey(), suite.getValue());
        }
        line();
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
    }

    private void suite(GateReport report, String models, List<Finding> findings) throws XMLStreamException {
        line();
        xml.writeStartElement("testsuite");
        attribute("name", models);
        counts(findings);
        attribute("time", NO_TIME);
        line();
        xml.writeStartElement("properties");
        property("run", report.run());
        property("baseline", report.baseline());
        property("usd", report.usd().toPlainString());
        for (Coverage row : report.coverage()) {
            if (findings.get(0).condition().models().contains(row.member())) {
                property("answers." + row.member(), row.ok() + " of " + row.asks());
            }
        }
        line();
        xml.writeEndElement();
        for (Finding finding : findings) {
            testCase(models, finding);
        }
        line();
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        line();
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void testCase(String models, Finding finding) throws XMLStreamException {
        line();
        xml.writeStartElement("testcase");
        attribute("name", finding.condition().toString());
        attribute("classname", "kinprint.gate." + models);
        attribute("time", NO_TIME);
        String figures = GateWords.figures(finding);
        switch (finding.state()) {
            case PASS -> text("system-out", figures);
            case FAIL -> problem("failure", figures, finding);
            case ERROR -> problem("error", figures, finding);
            case UNDECIDED -> {
                xml.writeEmptyElement("skipped");
                attribute("message", figures);
            }
        }
        xml.writeEndElement();
    }

    private void problem(String kind, String figures, Finding finding) throws XMLStreamException {
        xml.writeStartElement(kind);
        attribute("message", figures);
        attribute("type", "kinprint." + GateWords.state(finding));
        xml.writeCharacters(legal(finding.worst().stream()
                .map(question -> GateWords.worst(question, finding.condition().measure()))
                .collect(Collectors.joining("\n"))));
        xml.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private void counts(List<Finding> findings) throws XMLStreamException {
        attribute("tests", Integer.toString(findings.size()));
        attribute("failures", count(findings, Finding.State.FAIL));
        attribute("errors", count(findings, Finding.State.ERROR));
        attribute("skipped", count(findings, Finding.State.UNDECIDED));
    }

    private static String count(List<Finding> findings, Finding.State state) {
        return Long.toString(
                findings.stream().filter(finding -> finding.state() == state).count());
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /** The text with U+FFFD in place of what XML 1.0 cannot hold. */
    static String legal(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean fine = c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000;
            kept.appendCodePoint(fine ? c : 0xFFFD);
        });
        return kept.toString();
    }
}

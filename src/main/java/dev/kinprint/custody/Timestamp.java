package dev.kinprint.custody;

import dev.kinprint.fault.OperatorError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** A token of a timestamp authority (RFC 3161): these bytes were there at that time. */
final class Timestamp {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST = 1 << 20;

    private final TimeStampToken token;

    private Timestamp(TimeStampToken token) {
        this.token = token;
    }

    /**
     * Asks an authority. Only a hash goes out.
     *
     * @throws OperatorError where it does not answer, or answers something else
     */
    static Timestamp request(URI address, byte[] content) {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request = generator.generate(
                    TSPAlgorithms.SHA256, Digest.sha256().digest(content), new BigInteger(64, new SecureRandom()));
            HttpResponse<InputStream> answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .timeout(PATIENCE)
                                    .header("content-type", "application/timestamp-query")
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            byte[] body;
            try (InputStream in = answer.body()) {
                body = in.readNBytes(LONGEST);
            }
            TimeStampResponse response = new TimeStampResponse(body);
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new TSPException("no token");
            }
            return new Timestamp(response.getTimeStampToken());
        } catch (IOException | TSPException | IllegalArgumentException e) {
            throw failed(address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(address);
        }
    }

    private static OperatorError failed(URI address) {
        return OperatorError.usage(
                "There is no timestamp",
                String.valueOf(address.getHost()),
                "the authority did not answer as RFC 3161 says",
                "Try again, name another with --tsa, or seal without one.");
    }

    /** Reads a stored token; empty where the bytes are none. */
    static Optional<Timestamp> read(byte[] encoded) {
        try {
            return Optional.of(new Timestamp(new TimeStampToken(new CMSSignedData(encoded))));
        } catch (CMSException | TSPException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    byte[] encoded() throws IOException {
        return token.getEncoded();
    }

    /** When the authority saw the bytes. */
    Instant at() {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    /** Whether it is about these bytes, and signed by the certificate that it brings along. */
    boolean holds(byte[] content) {
        try {
            if (!Arrays.equals(
                    token.getTimeStampInfo().getMessageImprintDigest(),
                    Digest.sha256().digest(content))) {
                return false;
            }
            Optional<X509CertificateHolder> signer = signer();
            if (signer.isEmpty()) {
                return false;
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer.get()));
            return true;
        } catch (TSPException | OperatorCreationException | GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    @SuppressWarnings("unchecked")
    private Optional<X509CertificateHolder> signer() {
        Collection<X509CertificateHolder> found = token.getCertificates().getMatches(token.getSID());
        return found.stream().findFirst();
    }

    /** Whether its certificate is the trusted one, or was issued by it, and was valid at the time. */
    boolean trusts(X509Certificate root) {
        try {
            X509Certificate own = new JcaX509CertificateConverter().getCertificate(signer().orElseThrow());
            own.checkValidity(Date.from(at()));
            if (!own.equals(root)) {
                own.verify(root.getPublicKey());
            }
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Reads a certificate.
     *
     * @throws OperatorError where the file holds none
     */
    static X509Certificate certificate(Path pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(pem)));
        } catch (IOException | GeneralSecurityException e) {
            throw OperatorError.usage(
                    "The certificate cannot be read", pem.toString(), "it is no certificate in PEM", "Name another.");
        }
    }
}

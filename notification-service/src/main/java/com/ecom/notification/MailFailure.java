package com.ecom.notification;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;

/** Why a mail was not sent, and whether the failure is permanent. */
final class MailFailure {

    /** A server that wants us to log in, a wrong order of commands, a mailbox that is full: all that may pass. */
    private static final Set<Integer> MAY_PASS = Set.of(503, 530, 535, 552);

    private MailFailure() {}

    /**
     * Whether this mail can never be sent: the server refuses its recipient for good (5xx, RFC 5321), or it cannot even
     * be written. Whatever else a server refuses may be its fault or ours, and not the mail's.
     */
    static boolean isPermanent(Throwable failure) {
        var open = new ArrayDeque<Throwable>();
        open.add(failure);
        while (!open.isEmpty()) {
            var it = open.remove();
            if (it instanceof MailParseException || it instanceof MailPreparationException) {
                return true;
            }
            if (it instanceof SMTPAddressFailedException refused
                    && refused.getReturnCode() / 100 == 5
                    && !MAY_PASS.contains(refused.getReturnCode())) {
                return true;
            }
            if (it instanceof MessagingException mailing && mailing.getNextException() != null) {
                open.add(mailing.getNextException());
            } else if (it.getCause() != null) {
                open.add(it.getCause());
            }
        }
        return false;
    }

    /** For operators, who need not know whose address it is. */
    static String inWords(Throwable failure, String address) {
        return failure.toString().replace(address, "(the recipient)").strip();
    }
}

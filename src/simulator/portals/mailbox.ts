/** An e-mail that a platform would have sent. */
export interface Mail {
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** A page of this simulator that the e-mail links to. */
  readonly link?: { readonly href: string; readonly label: string };
}

/** All the mailboxes of this world in one place: nothing is ever sent. */
export interface Mailbox {
  send(mail: Mail): void;
  /** The newest first. */
  all(): readonly Mail[];
}

export function mailbox(): Mailbox {
  const mails: Mail[] = [];
  return {
    send: (mail) => {
      mails.unshift(mail);
      mails.length = Math.min(mails.length, MAX_MAILS);
    },
    all: () => mails,
  };
}

const MAX_MAILS = 100;

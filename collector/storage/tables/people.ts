/** Whoever buys or refers, and by what they are recognised. */

/** Whoever buys or refers; a member and a friend may be the same person. */
export interface PeopleTable {
  id: string;
  site_id: string;
  created_at: number;
  /** When they were erased: they have no names any more. */
  erased_at: number | null;
}

/** What a trusted word said a person is called: the shop's own id, or a mail's blind index. */
export interface PersonKeysTable {
  site_id: string;
  kind: "id" | "email";
  value: string;
  person_id: string;
}

/** Browsers that a trusted word saw a person use; a household may share one. */
export interface VisitorPeopleTable {
  site_id: string;
  visitor: string;
  person_id: string;
  seen_at: number;
}

/** Whom the shop knew before: blind indexes of its own id, or of the mailbox. */
export interface KnownCustomersTable {
  site_id: string;
  kind: "id" | "email";
  value: string;
  imported_at: number;
}

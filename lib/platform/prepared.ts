/** Statements that the database keeps planned on one connection: past this many, what it remembers costs more than planning. */
const mostKept = 500;

/** To Postgres a statement without a name is one to be forgotten. */
const unnamed = "";

/**
 * Names the statements that come again, so that a connection plans each only once: with every access rule inside it, a statement takes longer to plan than to run.
 * A statement sent a second time gets a name; one that is sent once, or comes after the list is full, is planned where it stands.
 */
export function statementNames(most = mostKept): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  let seen = new Set<string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known) return known;
    if (names.size >= most) return unnamed;
    if (!seen.has(sql)) {
      // Lists of every length make statements without end; those seen once are forgotten in turn.
      if (seen.size >= most * 5) seen = new Set();
      seen.add(sql);
      return unnamed;
    }
    seen.delete(sql);
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

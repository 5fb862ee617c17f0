/** A UK postcode in its usual form ("pe158aa" gives "PE15 8AA"); null when it is not a whole one. */
export function normalisePostcode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s.-]+/g, "");
  const match = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/.exec(plain);
  return match ? `${match[1]} ${match[2]}` : null;
}


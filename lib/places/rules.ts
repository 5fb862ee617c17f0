/** A UK postcode in its usual form ("pe158aa" gives "PE15 8AA"); null when it is not a whole one. */
export function normalisePostcode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s.-]+/g, "");
  const match = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{2})$/.exec(plain);
  return match ? `${match[1]} ${match[2]}` : null;
}

/** The first half of a postcode, which names a district and no address: "PE15". Empty where there is none. */
export function outwardCode(postcode: string): string {
  return normalisePostcode(postcode)?.split(" ")[0] ?? "";
}

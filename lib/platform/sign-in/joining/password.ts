/** The least that a password holds; the most is there so that nobody makes the server hash a book. */
export const leastCharacters = 12;
export const mostCharacters = 200;

// What people choose first when they must have a password, bare of what they add to it.
const common = new Set([
  "password", "passwort", "passphrase", "welcome", "letmein", "changeme", "default", "secret", "administrator", "admin", "login", "access", "qwerty", "qwertyuiop", "azerty", "asdfgh", "asdfghjkl", "zxcvbn", "zxcvbnm",
  "iloveyou", "loveyou", "sunshine", "princess", "dragon", "monkey", "football", "baseball", "superman", "batman", "pokemon", "starwars", "trustno", "whatever", "computer", "internet", "samsung", "michael", "jordan", "charlie",
  "liverpool", "arsenal", "chelsea", "everton", "rangers", "celtic", "manchester", "newcastle", "tottenham", "england", "britain", "london", "cambridge", "peterborough", "police", "council", "housing", "service", "security",
  "summer", "winter", "spring", "autumn", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  "hereward", "thewake", "hereward the wake", "correcthorsebatterystaple", "correct horse battery staple", "qwertyqwerty", "passwordpassword",
]);

const rows = ["abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "01234567890123456789", "1q2w3e4r5t6y7u8i9o0p"];

/** Letters as they would stand without the digits and signs that people put in their place. */
function bare(password: string): string {
  const letters: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i" };
  return password.toLowerCase().replace(/[^a-z]+$/, "").replace(/^[^a-z]+/, "").replace(/[013457@$!]/g, (sign) => letters[sign] ?? sign);
}

function isRun(password: string): boolean {
  const plain = password.toLowerCase();
  const reversed = [...plain].reverse().join("");
  return rows.some((row) => (row + row).includes(plain) || (row + row).includes(reversed));
}

function isRepeat(words: string): boolean {
  return words.length > 0 && new Set(words).size < 5 || /^(.{1,8}?)\1+.{0,3}$/.test(words);
}

/** The words of a name that nobody else's password holds by chance: of four letters and more. */
function wordsOf(names: readonly string[]): string[] {
  return names.flatMap((name) => name.toLowerCase().split(/[^a-z]+/)).filter((word) => word.length >= 4);
}

/** Why a password will not do, in words; null where it will. It is judged by how soon it would be guessed, not by its signs: any characters, pasted or typed. */
export function passwordProblem(password: string, about: { name: string; email: string; agency: string }): string | null {
  if ([...password].length < leastCharacters) return `Use at least ${leastCharacters} characters. Three or four words that do not belong together are easy to keep`;
  if (password.length > mostCharacters) return `Use at most ${mostCharacters} characters`;
  const core = bare(password);
  const letters = core.replace(/[^a-z]/g, "");
  if (common.has(core) || common.has(letters) || isRun(password) || isRepeat(password.toLowerCase())) return "This is one of the first that anybody would try. Choose another";
  const held = wordsOf([about.name, about.email.split("@")[0] ?? "", about.agency]).find((word) => password.toLowerCase().includes(word) || letters.includes(word));
  return held ? "Choose one without your name or your agency's in it" : null;
}

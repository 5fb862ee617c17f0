import { describe, expect, it } from "vitest";
import { passwordProblem } from "./password";

const about = { name: "Wren Holt", email: "wren.holt@fen-homes.example", agency: "Fen Homes" };
const problem = (password: string) => passwordProblem(password, about);

describe("a password", () => {
  it.each(["four teal tigers skate", "Zebra-crossing lamp 9", "a b c d e f g h i j k", "ключ под ковриком", "x".repeat(5) + "-orchard-stapler"])("will do: %s", (password) => {
    expect(problem(password)).toBeNull();
  });

  it("is long enough, and not a book", () => {
    expect(problem("short-words")).toMatch(/at least 12/);
    expect(problem("")).toMatch(/at least 12/);
    expect(problem("ab".repeat(150))).toMatch(/at most 200/);
  });

  it.each(["password1234", "Passw0rd2026!", "P@$$w0rd1234", "Welcome123456", "123456789012", "qwertyuiopas", "abcdefghijkl", "aaaaaaaaaaaa", "abcabcabcabc", "Liverpool2026", "lkjhgfdsapoiu", "Hereward2026!", "PasswordPassword"])("is none that anybody would try first: %s", (password) => {
    expect(problem(password)).toMatch(/first that anybody would try/);
  });

  it.each(["wren and the river", "my name is Holt ok", "fen HOMES are good", "H0mes-are-b4d-stuff"])("holds neither one's name nor the agency's: %s", (password) => {
    expect(problem(password)).toMatch(/without your name/);
  });
});

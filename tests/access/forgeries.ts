/** The seven ways in which another site could make a signed-in browser send something. */
export const forgeries: { headers: Record<string, string | null>; asForm?: boolean }[] = [
  { headers: { origin: null } },
  { headers: { origin: "null" } },
  { headers: { origin: "https://elsewhere.example" } },
  { headers: { origin: "https://elsewhere.example", host: "elsewhere.example", "x-forwarded-host": "elsewhere.example" } },
  { headers: { origin: "http://localhost:3000.elsewhere.example" } },
  { headers: { "content-type": "text/plain" } },
  { headers: { "content-type": "application/x-www-form-urlencoded" }, asForm: true },
];

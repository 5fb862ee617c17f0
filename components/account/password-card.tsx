"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { say } from "../shell/said";
import { useSend } from "../shell/use-send";
import { Button } from "../ui/button";
import { Form } from "../ui/form/form";
import { TextInput } from "../ui/form/text-input";
import { Card } from "../ui/layout/card";

const empty = { current: "", next: "" };

export function PasswordCard({ words }: { words: string }) {
  const router = useRouter();
  const [given, setGiven] = useState(empty);
  const changing = useSend<object, typeof empty>({
    path: "/api/account/password",
    onSaved: () => {
      setGiven(empty);
      say({ title: "Your password is changed. You are signed out everywhere else." });
      router.refresh();
    },
  });
  const set = (name: keyof typeof empty) => (value: string) => setGiven((before) => ({ ...before, [name]: value }));
  return (
    <Card id="password" title="Password" aside={`Set ${words}`}>
      <Form name="password" onSubmit={() => void changing.save(given)} errors={changing.errors} message={changing.message} className="grid gap-stack">
        <TextInput name="current" label="The password you have now" type="password" autoComplete="current-password" size="medium" value={given.current} onChange={set("current")} />
        <TextInput name="next" label="A new password" hint="12 characters or more; three or four words are easy to keep in mind" type="password" autoComplete="new-password" size="medium" value={given.next} onChange={set("next")} />
        <div>
          <Button type="submit" busy={changing.isSending}>
            Change it, and sign out everywhere else
          </Button>
        </div>
      </Form>
    </Card>
  );
}

// Loaded into every child: when the parent is killed outright, nobody is left to end the child but itself.
// A child's own children load this too; they have a different parent and must keep their channel as it is.
if (process.ppid === Number(process.env.HEREWARD_PARENT)) {
  process.once("disconnect", () => process.kill(-process.pid, "SIGTERM"));
  process.channel?.unref();
}

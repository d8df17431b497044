// Runs a command in a group of processes of its own, and ends the whole group with it: when the command ends, when we are
// told to, and when whoever started us is gone, however that came about.
import { spawn } from 'node:child_process';
import process from 'node:process';

const PATIENCE = 5_000;
const LOOK = 500;

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { detached: true, stdio: ['ignore', 'inherit', 'inherit'] });

function signal(name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // Nobody of the group is left.
  }
}

function end() {
  signal('SIGTERM');
  setTimeout(() => signal('SIGKILL'), PATIENCE);
}

child.on('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on('exit', (code) => {
  signal('SIGKILL');
  process.exit(code ?? 1);
});
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(name, end);
}
const parent = process.ppid;
const watch = setInterval(() => {
  // The kernel gives the children of the dead to others.
  if (process.ppid !== parent) {
    clearInterval(watch);
    end();
  }
}, LOOK);

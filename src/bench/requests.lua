-- Asks for PREFIX followed by a random whole number below COUNT, and SUFFIX; or for PREFIX alone when there is no COUNT.
-- ENCODING and TAG become Accept-Encoding and If-None-Match; PAUSE is how many milliseconds a connection rests after an answer.
local prefix = os.getenv("PREFIX")
local count = tonumber(os.getenv("COUNT") or "0")
local pause = tonumber(os.getenv("PAUSE") or "0")
local suffix = os.getenv("SUFFIX") or ""
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init()
  math.randomseed(os.time() + number * 7919)
  wrk.headers["Accept-Encoding"] = os.getenv("ENCODING")
  wrk.headers["If-None-Match"] = os.getenv("TAG")
end

function request()
  return wrk.format("GET", count > 0 and prefix .. math.random(0, count - 1) .. suffix or prefix)
end

if pause > 0 then
  function delay()
    return pause
  end
end

function done(summary, latency)
  local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("RESULT\t%.0f\t%.2f\t%.2f\t%d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, bad))
end

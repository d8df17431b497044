-- Replaces the cart only if it is still at the version that was read; 1 if it was.
local kept = redis.call('GET', KEYS[1])
local version = kept and cjson.decode(kept)['version'] or 0
if version ~= tonumber(ARGV[1]) then
  return 0
end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
return 1

using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>Values of a report that are refused by name, and strange ones that are kept.</summary>
internal static class BadInput
{
    // Each value is JSON as sent: no library writes an unpaired surrogate or an infinite number.
    public static readonly (string Field, string Json, string Refusal)[] Refused =
    [
        ("agencyId", "\"\"", "AgencyNotFound input.agencyId"),
        ("agencyId", "\"nonsense\"", "AgencyNotFound input.agencyId"),
        ("agencyId", $"\"{NodeId.Encode(nameof(Agency), Guid.NewGuid())}\"", "AgencyNotFound input.agencyId"),
        ("agencyId", $"\"{NodeId.Encode(nameof(Event), Guid.NewGuid())}\"", "AgencyNotFound input.agencyId"),
        ("agencyId", "null", ErrorCodes.BadUserInput),
        ("agencyId", "[]", ErrorCodes.BadUserInput),
        ("month", "\"1998-13\"", ErrorCodes.BadUserInput),
        ("month", "\"1998-4\"", ErrorCodes.BadUserInput),
        ("month", "\"0000-00\"", ErrorCodes.BadUserInput),
        ("month", "\"１９９８-04\"", ErrorCodes.BadUserInput),
        ("month", "199804", ErrorCodes.BadUserInput),
        ("nil", "\"false\"", ErrorCodes.BadUserInput),
        ("nil", "0", ErrorCodes.BadUserInput),
        ("events", "{}", ErrorCodes.BadUserInput),
        ("events", "[null]", ErrorCodes.BadUserInput),
        ("surprise", "1", ErrorCodes.BadUserInput),
        ("idempotencyKey", "\"\"", "TextMissing input.idempotencyKey"),
        ("idempotencyKey", $"\"{new string('k', 201)}\"", "TextTooLong input.idempotencyKey"),
        ("idempotencyKey", $"\"{new string('k', 900_000)}\"", "TextTooLong input.idempotencyKey"),
        ("idempotencyKey", "\"\\ufffe\"", "TextNotStorable input.idempotencyKey"),
        ("reason", "\"\\n\\t\"", "TextMissing input.reason"),
        ("reason", $"\"{new string('r', 2_000_000)}\"", ErrorCodes.PayloadTooLarge),
        ("events.title", "\"\"", "TextMissing input.events.0.title"),
        ("events.title", "\"\\u2003\\u00a0\"", "TextMissing input.events.0.title"),
        ("events.title", $"\"{new string('t', 201)}\"", "TextTooLong input.events.0.title"),
        ("events.title", "\"a\\u0000b\"", ErrorCodes.BadRequest),
        ("events.title", "\"\\ud83d\"", ErrorCodes.BadRequest),
        ("events.title", "\"\\ude00\\ud83d\"", ErrorCodes.BadRequest),
        ("events.title", "\"a\\ufffe\"", "TextNotStorable input.events.0.title"),
        ("events.title", "[\"a\"]", ErrorCodes.BadUserInput),
        ("events.title", "{}", ErrorCodes.BadUserInput),
        ("events.description", $"\"{new string('d', 501)}\"", "TextTooLong input.events.0.description"),
        // Lengths are in UTF-16: an emoji counts twice.
        ("events.description", $"\"{new string('d', 499)}😀\"", "TextTooLong input.events.0.description"),
        ("events.startsOn", "\"1998-02-30\"", ErrorCodes.BadUserInput),
        ("events.startsOn", "\"1900-02-29\"", ErrorCodes.BadUserInput),
        ("events.startsOn", "\"04/14/1998\"", ErrorCodes.BadUserInput),
        ("events.startsOn", "\"1998-04-14T00:00:00Z\"", ErrorCodes.BadUserInput),
        ("events.startsOn", "\"+10000-04-14\"", ErrorCodes.BadUserInput),
        ("events.startsOn", "19980414", ErrorCodes.BadUserInput),
        ("events.startsOn", "\"1998-05-01\"", "EventOutsideMonth input.events.0.startsOn"),
        ("events.endsOn", "\"0001-01-01\"", "EndBeforeStart input.events.0.endsOn"),
        ("events.expectedReach", "-1", "NegativeNumber input.events.0.expectedReach"),
        ("events.expectedReach", "2147483648", ErrorCodes.BadUserInput),
        ("events.expectedReach", "-9223372036854775809", ErrorCodes.BadUserInput),
        ("events.expectedReach", "1e308", ErrorCodes.BadUserInput),
        ("events.expectedReach", "1e309", ErrorCodes.BadRequest),
        ("events.expectedReach", "0.5", ErrorCodes.BadUserInput),
        ("events.expectedReach", "\"5\"", ErrorCodes.BadUserInput),
        ("events.expectedReach", "true", ErrorCodes.BadUserInput),
        ("events.medium", "\"SMOKE\"", ErrorCodes.BadUserInput),
        ("events.medium", "\"face_to_face\"", ErrorCodes.BadUserInput),
        ("events.medium", "0", ErrorCodes.BadUserInput),
        ("events.state", "\"XX\"", ErrorCodes.BadUserInput),
        ("events.title", "\"bell \\u0007\"", "TextNotStorable input.events.0.title"),
        ("events.title", "\"\\ud83f\\udffe\"", "TextNotStorable input.events.0.title"),
        ("events.description", "\"\\u200b\\u00ad \"", "TextMissing input.events.0.description"),
        ("events.description", "\"\\u0301 \\u0903\\u20dd\"", "TextMissing input.events.0.description"),
        (
            "events.languages",
            $"[{string.Join(',', Enumerable.Repeat("\"en\"", 21))}]",
            "TooMany input.events.0.languages"
        ),
        (
            "events.coHostIds",
            $"[{string.Join(',', Enumerable.Repeat("\"x\"", 5000))}]",
            "TooMany input.events.0.coHostIds"
        ),
        (
            "events.eventId",
            $"\"{NodeId.Encode(nameof(Event), Guid.NewGuid())}\"",
            "RecordNotFound input.events.0.eventId"
        ),
    ];

    public static readonly (string Field, string Json)[] Kept =
    [
        ("title", "\"\\u202eevil\\u202c \\u2067right\\u2069 \\u200f\\u0591\""),
        ("title", $"\"{string.Concat(Enumerable.Repeat("😀", 100))}\""),
        ("title", $"\"{new string('ﷺ', 200)}\""),
        ("title", "\"e\\u0301 \\u00e9 \\ufeff \\u200b I\\u0307 \\u1e9e\""),
        ("title", "\"</script><!-- ${7*7} {{1}} %00 \\\\\""),
        ("title", "\"'); DROP TABLE events; --\""),
        ("description", $"\"{new string('d', 498)}😀\""),
        ("description", $"\"e{new string('\u0301', 499)}\""),
        ("description", "\"\\r\\nof two lines\\r\\n\""),
        ("expectedReach", "2147483647"),
        ("expectedReach", "0"),
        ("endsOn", "\"9999-12-31\""),
    ];
}

using System.Text;
using System.Text.Json;
using CsCheck;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using Cwa.Model.Tests;
using Cwa.Tests;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>
/// Whatever is sent as a report is either refused by name, with nothing written, or reads back unchanged.
/// </summary>
public sealed class BadInputTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Submit = """
        mutation ($input: SubmitMonthlyReportInput!) {
          submitMonthlyReport(input: $input) { monthlyReport { id } errors { __typename path } }
        }
        """;

    private const string Odd = " \t\r\n\"\\'\u00a0\u0301\u200b\u202e\u2028\ufeff\ufffdﷺß";

    private static readonly string[] Ends =
    [
        "",
        "",
        "",
        "",
        "😀",
        "👩‍👩‍👧",
        "\ud83d",
        "\ude00",
        "\ufffe",
        "\0",
        "\u0001",
        "\u007f",
        "\u0085x",
        "\ud83f\udffe",
        "\ufdd0",
    ];

    // Each value is JSON as sent: no library writes an unpaired surrogate or an infinite number.
    private static readonly (string Field, string Json, string Refusal)[] Refused =
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

    private static readonly (string Field, string Json)[] Kept =
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

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_meaningless_value_is_refused_by_name_and_leaves_no_trace(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var before = await DigestAsync(server);

        var answers = new List<string>();
        foreach (var (name, json, _) in Refused)
        {
            var refusals = RefusalsOf(await SubmitAsync(server, agency, With(name, json)));
            answers.Add($"{name} {Shown(json)}: {string.Join(", ", refusals)}");
        }

        Assert.Equal(Refused.Select(r => $"{r.Field} {Shown(r.Json)}: {r.Refusal}"), answers);
        Assert.Equal(before, await DigestAsync(server));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_merely_strange_value_reads_back_unchanged(string provider)
    {
        var server = await servers.OnAsync(provider);
        foreach (var (name, json) in Kept)
        {
            var agency = await server.HasAgencyAsync();

            var answer = await SubmitAsync(server, agency, With($"events.{name}", json));

            Assert.True(RefusalsOf(answer) is [], $"{name} {Shown(json)}: {answer.Text}");
            var facts = await FactsAsync(server, agency, answer);
            Assert.Equal(
                PlainText.Of(JsonSerializer.Deserialize<JsonElement>(json).ToString()),
                facts.GetProperty(name).ToString()
            );
        }
    }

    [SkippableTheory]
    [InlineData(TestDatabase.Sqlite, "0001-01")]
    [InlineData(TestDatabase.Sqlite, "9999-12")]
    [InlineData(TestDatabase.PostgreSql, "0001-01")]
    [InlineData(TestDatabase.PostgreSql, "9999-12")]
    public async Task The_first_and_the_last_month_of_the_calendar_can_be_reported_and_read(
        string provider,
        string month
    )
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var payload = await server
            .As(agency)
            .DoneAsync(
                "submitMonthlyReport",
                new
                {
                    agencyId = agency.Id(),
                    month,
                    nil = true,
                },
                "monthlyReport { id month dueOn status submittedAt }"
            );
        await server.AcceptAsync(payload);
        var read = await server
            .As(agency)
            .AskAsync(
                "query ($id: ID!) { node(id: $id) { ... on MonthlyReport { month status } } }",
                new { id = payload.ReportId() }
            );

        Assert.Equal(month, payload.GetProperty("monthlyReport").Text("month"));
        Assert.Equal($$"""{"month":"{{month}}","status":"ACCEPTED"}""", read.GetProperty("node").ToString());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Text_in_the_document_itself_is_checked_like_text_in_variables(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        foreach (
            var (letter, refusal) in new[]
            {
                ("\\uD83D", ErrorCodes.ParseFailed),
                ("\\u0000", ErrorCodes.ParseFailed),
                ("\\uFFFE", "TextNotStorable input.reason"),
            }
        )
        {
            var answer = await PostAsync(
                server,
                agency,
                JsonSerializer.Serialize(
                    new
                    {
                        query = $$"""
                        mutation {
                          submitMonthlyReport(
                            input: { agencyId: "{{agency.Id()}}", month: "1998-04", nil: true, reason: "a{{letter}}" }
                          ) { errors { __typename path } }
                        }
                        """,
                    }
                )
            );
            Assert.Equal([refusal], RefusalsOf(answer));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Any_text_reads_back_unchanged_or_is_refused_by_name(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var month = new ReportMonth(1000, 1);
        var kept = 0;

        await Gen.Select(Texts(220), Texts(520))
            .SampleAsync(
                async (title, description) =>
                {
                    month = month.Next;
                    var events = With(
                        "month",
                        $"\"{month}\"",
                        ("startsOn", $"\"{month}-01\""),
                        ("title", Escaped(title)),
                        ("description", Escaped(description))
                    );
                    var answer = await SubmitAsync(server, agency, events);
                    if (RefusalsOf(answer) is not [] and var refusals)
                    {
                        Assert.All(
                            refusals,
                            refusal =>
                                Assert.Matches(
                                    "^(BAD_REQUEST"
                                        + @"|Text(Missing|TooLong|NotStorable) input\.events\.0\.(title|description))$",
                                    refusal
                                )
                        );
                        Assert.False(
                            MustBeKept(title, 200) && MustBeKept(description, 500),
                            $"{Escaped(title)} {Escaped(description)}: {refusals[0]}"
                        );
                        return;
                    }

                    var facts = await FactsAsync(server, agency, answer);
                    Assert.Equal(
                        (PlainText.Of(title), PlainText.Of(description)),
                        (facts.Text("title"), facts.Text("description"))
                    );
                    kept++;
                },
                iter: 300,
                threads: 1
            );

        Assert.InRange(kept, 15, 240);
    }

    private static Gen<string> Texts(int most) =>
        Gen.OneOf(Gen.Int[0, Odd.Length - 1].Select(i => Odd[i]), Gen.Char[' ', '~'], Gen.Char['\u00a0', '\ud7ff'])
            .Array[0, most]
            .Select(Gen.Int[0, Ends.Length - 1], (letters, end) => new string(letters) + Ends[end]);

    private static bool MustBeKept(string text, int most) =>
        !PlainText.IsEmpty(text)
        && PlainText.Of(text).Length <= most
        && PlainText.FirstUnwanted(PlainText.Of(text)) is null;

    // By hand: a serializer would repair what is broken.
    private static string Escaped(string text) => $"\"{string.Concat(text.Select(letter => $"\\u{(int)letter:x4}"))}\"";

    private static string Shown(string json) => json.Length <= 60 ? json : $"{json[..50]}… ({json.Length})";

    /// <summary>A good report as JSON, except for these values.</summary>
    private static string With(string field, string json, params (string Field, string Json)[] others)
    {
        var input = new Dictionary<string, string> { ["month"] = "\"1998-04\"" };
        var planned = Planned().ToDictionary(p => p.Key, p => JsonSerializer.Serialize(p.Value));
        foreach (var (name, value) in others)
            planned[name] = value;
        if (field.StartsWith("events.", StringComparison.Ordinal))
            planned[field["events.".Length..]] = json;
        input["events"] = $"[{Object(planned)}]";
        if (!field.StartsWith("events.", StringComparison.Ordinal))
            input[field] = json;
        return string.Join(',', input.Select(i => $"\"{i.Key}\":{i.Value}"));

        static string Object(Dictionary<string, string> fields) =>
            $"{{{string.Join(',', fields.Select(f => $"\"{f.Key}\":{f.Value}"))}}}";
    }

    private static Task<Answer> SubmitAsync(CwaServer server, Agency agency, string fields)
    {
        var whose = fields.Contains("\"agencyId\"", StringComparison.Ordinal) ? "" : $"\"agencyId\":\"{agency.Id()}\",";
        return PostAsync(
            server,
            agency,
            $$"""{"query":{{JsonSerializer.Serialize(Submit)}},"variables":{"input":{ {{whose}}{{fields}} } } }"""
        );
    }

    private static async Task<Answer> PostAsync(CwaServer server, Agency agency, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Answer.OfAsync(await server.As(agency).PostAsync("/graphql", content));
    }

    private static IReadOnlyList<string> RefusalsOf(Answer answer) =>
        answer.Codes is not []
            ? [.. answer.Codes.Distinct()]
            : answer
                .At("submitMonthlyReport")
                .GetProperty("errors")
                .EnumerateArray()
                .Select(e =>
                    $"{e.GetProperty("__typename")} {string.Join('.', e.GetProperty("path").EnumerateArray())}"
                )
                .ToList();

    private static async Task<JsonElement> FactsAsync(CwaServer server, Agency agency, Answer submitted)
    {
        var data = await server
            .As(agency)
            .AskAsync(
                """
                query ($id: ID!) { node(id: $id) { ... on MonthlyReport {
                  eventsAsReported { nodes { facts { title description endsOn expectedReach } } }
                } } }
                """,
                new { id = submitted.At("submitMonthlyReport.monthlyReport.id").GetString() }
            );
        return data.GetProperty("node").GetProperty("eventsAsReported").GetProperty("nodes")[0].GetProperty("facts");
    }

    private static async Task<string> DigestAsync(CwaServer server)
    {
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        return await DatabaseDigest.OfAsync(db);
    }
}

using System.Text.Json;
using CsCheck;
using Cwa.Graph.Engine;
using Cwa.Model;
using Cwa.Model.Tests;
using Cwa.Tests;
using static Cwa.Graph.Tests.RawReport;

namespace Cwa.Graph.Tests;

/// <summary>
/// Whatever is sent as a report is either refused by name, with nothing written, or reads back unchanged.
/// </summary>
public sealed class BadInputTests(WritingServers servers) : IClassFixture<WritingServers>
{
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

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_meaningless_value_is_refused_by_name_and_leaves_no_trace(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var before = await DigestAsync(server);

        var answers = new List<string>();
        foreach (var (name, json, _) in BadInput.Refused)
        {
            var refusals = RefusalsOf(await SubmitAsync(server, agency, With(name, json)));
            answers.Add($"{name} {Shown(json)}: {string.Join(", ", refusals)}");
        }

        Assert.Equal(BadInput.Refused.Select(r => $"{r.Field} {Shown(r.Json)}: {r.Refusal}"), answers);
        Assert.Equal(before, await DigestAsync(server));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_merely_strange_value_reads_back_unchanged(string provider)
    {
        var server = await servers.OnAsync(provider);
        foreach (var (name, json) in BadInput.Kept)
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

    private static async Task<string> DigestAsync(CwaServer server)
    {
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        return await DatabaseDigest.OfAsync(db);
    }
}

using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using CsCheck;
using Cwa.Graph.Engine;
using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.RandomTexts;
using static Cwa.Graph.Tests.Reporting;
using static Cwa.Graph.Tests.ToldEvents;

namespace Cwa.Graph.Tests;

/// <summary>Text that is sent by mutation or file reads back unchanged everywhere.</summary>
public sealed class AnyTextTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const int Several = 12;

    private static readonly bool[] Mouths = [false, true];

    private static readonly string[] Verbs = ["clear", "publish"];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Any_text_reads_back_as_it_was_sent(string provider)
    {
        var server = await servers.OnAsync(provider);
        using var stream = await SubscribeAsync(server);
        var told = ToldAsync(stream).GetAsyncEnumerator();

        await Texts
            .Array[Several]
            .Select(texts => texts.Distinct().Order(StringComparer.Ordinal).ToArray())
            .SampleAsync(
                async texts =>
                {
                    foreach (var isFile in Mouths)
                    {
                        var agency = await server.HasAgencyAsync();
                        await SubmitAsync(server, agency, texts, isFile);
                        Assert.True(await told.MoveNextAsync());

                        Assert.Equal(texts, InOrder(told.Current.Select(e => e.Title)));
                        Assert.Equal(texts, InOrder(told.Current.Select(e => e.Description)));
                        Assert.Equal(texts, InOrder(await OfJsonAsync(server, agency)));
                        var where = new { agency = new { abbreviation = new { eq = agency.Abbreviation } } };
                        var csv = await server.As(agency).GetAsync("/export/events.csv".With(where)).CsvAsync();
                        Assert.Equal(texts, InOrder(csv.Of("title").Select(FormulaSign.Unguard)));
                        Assert.DoesNotContain(csv.Of("description"), cell => "=+-@".Contains(cell[0]));
                        Assert.Equal(
                            texts,
                            InOrder(
                                Table
                                    .OfJson(
                                        await server.As(agency).GetAsync("/export/events.json".With(where)).JsonAsync()
                                    )
                                    .Of("description")
                            )
                        );
                        Assert.Equal(texts, InOrder(await OfCalendarAsync(server, agency)));
                    }
                },
                iter: 6,
                threads: 1
            );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Any_text_of_a_result_is_in_the_feed_unchanged(string provider)
    {
        var server = await servers.OnAsync(provider);

        await Texts
            .Array[3]
            .SampleAsync(
                async texts =>
                {
                    var agency = await server.HasAgencyAsync();
                    var standard = await server.HasStandardAsync(agency);
                    var draft = AnnualReporting.Draft(
                        agency,
                        [.. texts.Select(text => AnnualReporting.Statement(standard, text))]
                    );
                    draft["title"] = texts[0];
                    var saved = await server
                        .As(agency)
                        .DoneAsync("saveAnnualReportDraft", draft, AnnualReporting.Report);
                    Assert.Empty((await server.SubmitAnnualAsync(agency, saved.AnnualId())).Refusals());
                    foreach (var verb in Verbs)
                        Assert.Empty((await server.ReviewAnnualAsync(verb, saved.AnnualId())).Refusals());

                    using var text = new StringReader(await server.AsReviewer().GetAsync("/feed.atom").TextAsync());
                    using var xml = XmlReader.Create(text);
                    var item = SyndicationFeed
                        .Load(xml)
                        .Items.Single(i => i.Id == $"urn:uuid:{NodeId.Decode(saved.AnnualId()).Key}");
                    Assert.Equal(texts[0], item.Title.Text);
                    Assert.Equal(
                        $"Published on 1998-11-16.\n\n{string.Join("\n\n", texts)}",
                        ((TextSyndicationContent)item.Content).Text
                    );
                },
                iter: 6,
                threads: 1
            );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Unwanted_characters_in_a_file_are_refused_with_their_place(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        foreach (
            var (title, place) in new[]
            {
                ("bell \u0007", "U+0007, a control character, at position 6"),
                ("😀\uFDD0", "U+FDD0, which is no character, at position 3"),
            }
        )
        {
            var answer = await server
                .As(agency)
                .ImportAsync("events", Importing.Events(Importing.Hall(agency, title: title)));

            var error = answer.Json.GetProperty("errors")[0];
            Assert.Equal(
                (422, 2, "title", $"This text holds {place}. Take it out."),
                (answer.Status, error.GetProperty("line").GetInt32(), error.Text("column"), error.Text("reason"))
            );
        }

        var kept = await server
            .As(agency)
            .ImportAsync("events", Importing.Events(Importing.Hall(agency, title: "\"\u00A0 two\r\nlines\r \"")));
        Assert.Equal((1, 1, 0, 0), kept.Counts());
        Assert.Equal(["two\nlines"], await OfJsonAsync(server, agency, "title"));
    }

    private static async Task SubmitAsync(CwaServer server, Agency agency, string[] texts, bool isFile)
    {
        if (isFile)
        {
            string[] rows =
            [
                .. texts.Select(text =>
                    Importing
                        .Hall(agency, title: Cell(text))
                        .Replace("We listen.", Cell(text), StringComparison.Ordinal)
                ),
            ];
            Assert.Equal(
                (texts.Length, texts.Length, 0, 0),
                (await server.As(agency).ImportAsync("events", Importing.Events(rows))).Counts()
            );
        }
        else
        {
            var submitted = await Reporting.SubmitAsync(
                server,
                agency,
                null,
                [.. texts.Select(text => Planned(text, others: ("description", text)))]
            );
            Assert.Empty(submitted.Refusals());
        }

        static string Cell(string text) =>
            $"\"{FormulaSign.Guard(text).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static async Task<IEnumerable<string>> OfJsonAsync(
        CwaServer server,
        Agency agency,
        string field = "description"
    )
    {
        var data = await server
            .As(agency)
            .AskAsync(
                $$"""
                query ($of: String!) { events(first: 100, where: { agency: { abbreviation: { eq: $of } } }) {
                  nodes { {{field}} } } }
                """,
                new { of = agency.Abbreviation }
            );
        return data.GetProperty("events").GetProperty("nodes").EnumerateArray().Select(e => e.Text(field)!);
    }

    // By hand, as RFC 5545 defines it: lines are unfolded, and the four escapes of text are undone.
    private static async Task<IEnumerable<string>> OfCalendarAsync(CwaServer server, Agency agency)
    {
        var file = await server.As(agency).GetAsync($"/calendar/{agency.Abbreviation}.ics?from=1998-04-01").TextAsync();
        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        return file.Replace("\r\n ", "", StringComparison.Ordinal)
            .Split("\r\n")
            .Where(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal))
            .Select(line => Unescaped(line["SUMMARY:".Length..]));

        static string Unescaped(string value)
        {
            var text = new StringBuilder();
            for (var i = 0; i < value.Length; i++)
                text.Append(
                    value[i] != '\\' ? value[i]
                    : value[++i] is 'n' or 'N' ? '\n'
                    : value[i]
                );
            return text.ToString();
        }
    }

    private static IEnumerable<string> InOrder(IEnumerable<string> texts) => texts.Order(StringComparer.Ordinal);
}

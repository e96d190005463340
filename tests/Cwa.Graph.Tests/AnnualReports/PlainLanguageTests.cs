using Cwa.Tests;
using static Cwa.Graph.Tests.AnnualReporting;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

public sealed class PlainLanguageTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Plain = "We kept our word.",
        Heavy = "Pursuant to modernization we utilized organizational initiatives.";

    private const string Measure =
        "plainLanguage { words sentences meanSentence longestSentence longSentences grade readingEase "
        + "version hardWords { word times plainer } }";

    [Fact]
    public async Task Anyone_measures_a_text_before_it_is_saved_as_it_is_measured_afterwards()
    {
        const string query = """
            query ($text: String!) { plainLanguage(text: $text) { words grade hardWords { word plainer } } }
            """;
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        await server.HasAcceptedAsync(agency, Planned("Heavy", others: ("description", Heavy)));
        const string events = """
            query ($agency: String!) {
              events(where: { agency: { abbreviation: { eq: $agency } } }) { nodes { plainLanguage { grade } } }
            }
            """;
        var stored = (await server.Public.AskAsync(events, new { agency = agency.Abbreviation }))
            .GetProperty("events")
            .GetProperty("nodes")[0]
            .GetProperty("plainLanguage");

        var measured = (await server.Public.AskAsync(query, new { text = Heavy })).GetProperty("plainLanguage");
        var wordless = (await server.Public.AskAsync(query, new { text = " – " })).GetProperty("plainLanguage");
        var tooLong = await server.Public.SendAsync(query, new { text = new string('a', 10_001) });

        Assert.Equal(stored.GetProperty("grade").GetDouble(), measured.GetProperty("grade").GetDouble());
        Assert.Equal("utilize", measured.GetProperty("hardWords")[1].Text("word"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, wordless.ValueKind);
        Assert.Equal(
            "`text` takes at most 10,000 characters; this has 10,001.",
            tooLong.GetProperty("errors")[0].Text("message")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Descriptions_that_are_hard_to_read_are_found_with_the_words_to_look_at(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.HasAcceptedAsync(
            agency,
            Planned("Plain", others: ("description", Plain)),
            Planned("Heavy", others: ("description", Heavy)),
            Planned("Numbers", others: ("description", "1998."))
        );
        var open = server.Public;

        var hard = (await open.AskAsync(List("readabilityGrade: { gt: 12 }"), new { agency = agency.Abbreviation }))
            .GetProperty("events")
            .GetProperty("nodes");
        var easy = (await open.AskAsync(List("readabilityGrade: { lt: 12 }"), new { agency = agency.Abbreviation }))
            .GetProperty("events")
            .GetProperty("nodes");
        var all = (await open.AskAsync(List(""), new { agency = agency.Abbreviation }))
            .GetProperty("events")
            .GetProperty("nodes");

        // 0.39 × 7 + 11.8 × 23 / 7 − 15.59 = 25.9: pur-su-ant to mod-ern-i-za-tion we u-ti-lized or-gan-i-za-tion-al
        // i-ni-tia-tives. The estimate may be a syllable off, which makes 1.7 grades.
        var measured = Assert.Single(hard.EnumerateArray()).GetProperty("plainLanguage");
        Assert.Equal(
            (7, 1, 7, 0),
            (Number("words"), Number("sentences"), Number("longestSentence"), Number("longSentences"))
        );
        Assert.InRange(measured.GetProperty("grade").GetDouble(), 24.2, 25.9);
        Assert.Equal(
            ["pursuant to 1 under", "utilize 1 use", "organizational 1 ", "modernization 1 ", "initiatives 1 "],
            measured
                .GetProperty("hardWords")
                .EnumerateArray()
                .Select(w => $"{w.Text("word")} {w.GetProperty("times")} {w.Text("plainer")}")
        );
        Assert.Equal(["Plain"], easy.EnumerateArray().Select(e => e.Text("title")));
        Assert.Equal(["Heavy", "Numbers", "Plain"], all.EnumerateArray().Select(e => e.Text("title")));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, all[1].GetProperty("plainLanguage").ValueKind);

        int Number(string name) => measured.GetProperty(name).GetInt32();

        static string List(string where) =>
            $$"""
                query ($agency: String) { events(where: { agency: { abbreviation: { eq: $agency } }, {{where}} },
                  order: [{ readabilityGrade: DESC }]) { nodes { title {{Measure}} } } }
                """;
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Annual_results_are_listed_by_how_hard_they_are_to_read(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (plain, heavy) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        foreach (var (agency, text) in new[] { (plain, Plain), (heavy, Heavy) })
        {
            var standard = await server.HasStandardAsync(agency);
            var saved = await server.SaveAnnualAsync(agency, Statement(standard, text), Statement(standard, text));
            Assert.Empty(saved.Refusals());
            await server.SubmitAnnualAsync(agency, saved.AnnualId());
        }

        var data = await server
            .AsReviewer()
            .AskAsync(
                $$"""
                query ($in: [String!]) {
                  annualReports(where: { agency: { abbreviation: { in: $in } } },
                    order: [{ readabilityGrade: DESC }]) { nodes { agency { abbreviation } {{Measure}} } }
                }
                """,
                new { @in = new[] { plain.Abbreviation, heavy.Abbreviation } }
            );

        var nodes = data.GetProperty("annualReports").GetProperty("nodes");
        Assert.Equal(
            [heavy.Abbreviation, plain.Abbreviation],
            nodes.EnumerateArray().Select(r => r.GetProperty("agency").Text("abbreviation"))
        );
        // Two statements of four words with one syllable each: 0.39 × 4 + 11.8 − 15.59 = −2.2, and 206.835 − 1.015 × 4
        // − 84.6 = 118.2.
        var measured = nodes[1].GetProperty("plainLanguage");
        Assert.Equal(
            (8, 2, -2.2, 118.2),
            (
                measured.GetProperty("words").GetInt32(),
                measured.GetProperty("sentences").GetInt32(),
                measured.GetProperty("grade").GetDouble(),
                measured.GetProperty("readingEase").GetDouble()
            )
        );
        Assert.Equal(
            2,
            nodes[0].GetProperty("plainLanguage").GetProperty("hardWords")[0].GetProperty("times").GetInt32()
        );
    }

    [Fact]
    public async Task Readability_measures_are_not_in_the_audit_trail()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var saved = await server.SaveAnnualAsync(agency, Statement(await server.HasStandardAsync(agency), Plain));

        var trail = await server
            .As(agency)
            .AskAsync(
                "query ($subject: ID!) { audit(subjectId: $subject) { nodes { after } } }",
                new { subject = saved.AnnualId() }
            );

        var after = Assert.Single(trail.GetProperty("audit").GetProperty("nodes").EnumerateArray()).Text("after");
        Assert.Contains("How we served you in 1998", after, StringComparison.Ordinal);
        Assert.DoesNotContain("syllables", after, StringComparison.OrdinalIgnoreCase);
    }
}

using Cwa.Tests;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>Names that differ only in how they are typed are the same name.</summary>
public sealed class SameNameTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private static readonly string[] OneLanguage = ["en"];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_category_is_the_same_whatever_its_case_spaces_accents_and_apostrophes(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server
            .As(agency)
            .DoneAsync(
                "defineComplaintCategory",
                new
                {
                    agencyId = agency.Id(),
                    name = "Claimants’ long waits",
                    top = "TIMELINESS",
                },
                "complaintCategory { id }"
            );

        foreach (
            var name in new[]
            {
                "CLAIMANTS' LONG WAITS",
                "Claimants'  long waits",
                "Claimants’ long\u00A0waits",
                " claimants' lóng waits ",
            }
        )
        {
            var again = await server
                .As(agency)
                .DoAsync(
                    "defineComplaintCategory",
                    new
                    {
                        agencyId = agency.Id(),
                        name,
                        top = "TIMELINESS",
                    }
                );
            Assert.Equal(["ComplaintCategoryAlreadyDefined input.name"], again.Refusals());
        }

        var file = Importing.Figures($"{agency.Abbreviation},1998-04,1,1,1,1,1,CLAIMANTS' long  waits,");
        Assert.Equal((1, 1, 0, 0), (await server.As(agency).ImportAsync("complaint-metrics", file)).Counts());
        var found = await server
            .As(agency)
            .AskAsync(
                """
                query ($of: String!) { complaintMetrics(where: {
                  category: { name: { startsWith: "claimants' long" } }, agency: { abbreviation: { eq: $of } } }) {
                  nodes { category { name } } } }
                """,
                new { of = agency.Abbreviation.ToLowerInvariant() }
            );
        var metric = Assert.Single(found.GetProperty("complaintMetrics").GetProperty("nodes").EnumerateArray());
        Assert.Equal("Claimants’ long waits", metric.GetProperty("category").Text("name"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_is_the_same_whatever_the_case_of_its_abbreviation(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        string Row(string abbreviation) =>
            $"{abbreviation},Board of Conversations,EXECUTIVE_DEPARTMENT,,DIRECTED,Covered by Executive Order "
            + "12862,false,";

        var again = await server
            .AsAdmin()
            .ImportAsync("agencies", Importing.Agencies(Row(agency.Abbreviation.ToLowerInvariant())));
        Assert.Equal((1, 0, 0, 1), again.Counts());
        foreach (var abbreviation in new[] { "A;B", "A/B", "-A", "Ä", "A B" })
        {
            var refused = await server.AsAdmin().ImportAsync("agencies", Importing.Agencies(Row(abbreviation)));
            Assert.Equal(422, refused.Status);
            Assert.StartsWith(
                "An abbreviation has 1 to 16 letters",
                refused.Json.GetProperty("errors")[0].Text("reason"),
                StringComparison.Ordinal
            );
        }

        var data = await server.AskAsync(
            "query ($of: String!) { agency(by: { abbreviation: $of }) { abbreviation } }",
            new { of = agency.Abbreviation.ToLowerInvariant() }
        );
        Assert.Equal(agency.Abbreviation, data.GetProperty("agency").Text("abbreviation"));
        using var calendar = await server
            .AsReviewer()
            .GetAsync($"/calendar/{agency.Abbreviation.ToLowerInvariant()}.ics");
        Assert.True(calendar.IsSuccessStatusCode);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_language_is_named_by_its_tag_in_mutations_and_files(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        foreach (var wrong in new[] { "English", "en,es", "!!", "klingon", "eng", "xx", "en_US" })
        {
            var refused = await server.SubmitAsync(agency, null, Planned(others: ("languages", new[] { wrong })));
            Assert.Equal(["NotALanguageTag input.events.0.languages.0"], refused.Refusals());
        }

        var submitted = await server.SubmitAsync(
            agency,
            null,
            Planned(others: ("languages", new[] { "EN", "en", "zh-hant-us" }))
        );
        Assert.Empty(submitted.Refusals());
        var data = await server
            .As(agency)
            .AskAsync(
                "query ($of: String!) { events(where: { agency: { abbreviation: { eq: "
                    + "$of } } }) { nodes { languages } } }",
                new { of = agency.Abbreviation }
            );
        Assert.Equal(
            """[{"languages":["en","zh-Hant-US"]}]""",
            data.GetProperty("events").GetProperty("nodes").GetRawText()
        );

        var header = Importing.Events().TrimEnd().Replace("reason", "reason,languages", StringComparison.Ordinal);
        // A file may name a language as people do.
        var file = await server
            .As(agency)
            .ImportAsync("events?dryRun=true", $"{header}\n{Importing.Hall(agency, "1998-05")},English\n");
        Assert.Empty(file.Json.GetProperty("errors").EnumerateArray());
        var unknown = await server
            .As(agency)
            .ImportAsync("events", $"{header}\n{Importing.Hall(agency, "1998-05")},klingon\n");
        Assert.Equal(["2 languages"], unknown.Json.GetProperty("errors").Lines("line", "column"));
        var tooLong = await server
            .As(agency)
            .ImportAsync("events", $"{header}\n{Importing.Hall(agency, "1998-05")},{new string('x', 36)}\n");
        Assert.Equal(["2 languages"], tooLong.Json.GetProperty("errors").Lines("line", "column"));
    }

    [Fact]
    public async Task An_email_address_needs_a_name_and_an_at_sign_and_a_domain()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        foreach (
            var email in new[]
            {
                "pat",
                "pat@",
                "@ssa.gov",
                "pat@ssa",
                "pat at ssa.gov",
                "pat@ssa..gov",
                "pat@@ssa.gov",
                "a@b.gov, c@d.gov",
                "pat\u200B@ssa.gov",
                "pat@ssa.gov\u202C",
                "pat@ssa\u00AD.gov",
                "pat\U000E0020@ssa.gov",
                "mailto:pat@ssa.gov",
                "(pat)@ssa.gov",
                "\"pat@ssa.gov",
                "pat@-.gov",
            }
        )
        {
            var refused = await server
                .As(agency)
                .DoAsync(
                    "designateLiaison",
                    new
                    {
                        agencyId = agency.Id(),
                        name = "Pat Doe",
                        email,
                        coverage = "SELF",
                        designatedOn = "1998-03-10",
                    }
                );
            Assert.Contains("NotAnEmailAddress input.email", refused.Refusals());
        }
    }
}

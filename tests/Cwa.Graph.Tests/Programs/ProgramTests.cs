using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class ProgramTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Thing = "program { id name endsOn }";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_program_is_created_and_given_an_end(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var caller = server.As(agency);

        var created = await caller.DoneAsync(
            "createProgram",
            new
            {
                agencyId = agency.Id(),
                name = "Listening year",
                purpose = "To hear from everyone.",
                startsOn = "1998-04-01",
            },
            Thing
        );
        var programId = created.GetProperty("program").Text("id");
        var tooEarly = await caller.DoAsync("endProgram", new { programId, endsOn = "1998-03-31" }, Thing);
        var ended = await caller.DoneAsync("endProgram", new { programId, endsOn = "1998-12-31" }, Thing);

        Assert.Equal(["EndBeforeStart input.endsOn"], tooEarly.Refusals());
        Assert.Equal("1998-12-31", ended.GetProperty("program").Text("endsOn"));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(5_000_000_000)]
    [InlineData(1e20)]
    public async Task A_number_as_an_id_finds_nothing(double number)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var caller = server.As(await server.HasAgencyAsync());

        var given = await caller.DoAsync(
            "endProgram",
            new { programId = (decimal)number, endsOn = "1998-12-31" },
            Thing
        );
        var written = await caller.SendAsync(
            $$"""
            mutation {
              endProgram(input: { programId: {{number:F0}}, endsOn: "1998-12-31" }) { errors { __typename } }
            }
            """
        );

        Assert.Equal(["RecordNotFound input.programId"], given.Refusals());
        var refusal = Assert.Single(
            written.GetProperty("data").GetProperty("endProgram").GetProperty("errors").EnumerateArray()
        );
        Assert.Equal("RecordNotFound", refusal.Text("__typename"));
    }

    [Fact]
    public async Task A_program_without_a_name_or_a_purpose_or_with_reversed_days_is_refused()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var payload = await server
            .As(agency)
            .DoAsync(
                "createProgram",
                new
                {
                    agencyId = agency.Id(),
                    name = "",
                    purpose = new string('x', 1001),
                    startsOn = "1998-04-01",
                    endsOn = "1998-03-01",
                },
                Thing
            );

        Assert.Equal(
            ["TextMissing input.name", "TextTooLong input.purpose", "EndBeforeStart input.endsOn"],
            payload.Refusals()
        );
    }

    [Fact]
    public async Task Days_far_from_today_are_kept_with_a_warning()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var events = new[] { Reporting.Planned("Hall", "1998-11-14"), Reporting.Planned("Endless hall", "1998-11-15") };
        events[1]["endsOn"] = "9999-12-31";

        var program = await server
            .As(agency)
            .DoneAsync(
                "createProgram",
                new
                {
                    agencyId = agency.Id(),
                    name = "Always",
                    purpose = "To listen.",
                    startsOn = "0001-01-01",
                    endsOn = "2048-12-31",
                },
                Thing
            );
        var report = await server
            .As(agency)
            .DoneAsync(
                "submitMonthlyReport",
                new
                {
                    agencyId = agency.Id(),
                    month = "1998-11",
                    events,
                },
                Reporting.Thing
            );

        Assert.Equal("2048-12-31", program.GetProperty("program").Text("endsOn"));
        Assert.Equal(["input.startsOn"], program.Warnings());
        Assert.Equal(["input.month", "input.events.1.endsOn"], report.Warnings());
    }
}

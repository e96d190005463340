namespace Cwa.Model.Tests;

/// <summary>A finding's theme, who said so and how many, and programs as its source.</summary>
public sealed class WhoSaidSoTests
{
    private static readonly DateOnly Day = new(1998, 4, 14);

    private readonly Desk _desk = new(new(1998, 5, 10));

    [Fact]
    public async Task What_was_heard_in_a_program_is_recorded_with_its_theme_and_who_said_it()
    {
        var agency = await _desk.AgencyAsync();
        var program = await ProgramOf(agency);

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                Record(agency, new() { ProgramId = program.AsId() }) with
                {
                    Theme = FindingTheme.Waiting,
                    CustomerGroup = CustomerGroup.Veterans,
                    People = 12,
                }
            );

        var finding = done.Record;
        Assert.Equal((null, null, program.Id), (finding.EventId, finding.SurveyId, finding.ProgramId));
        Assert.Equal(
            (FindingTheme.Waiting, CustomerGroup.Veterans, 12),
            (finding.Theme, finding.CustomerGroup, finding.People)
        );
    }

    [Fact]
    public async Task Theme_customers_and_people_may_be_unknown()
    {
        var (agency, held) = await HeldAsync();

        var finding = (await _desk.ClerkOf(agency).DoAsync(Record(agency, At(held)))).Record;

        Assert.Equal((null, null, null), (finding.Theme, finding.CustomerGroup, finding.People));
    }

    [Theory]
    [InlineData(-1, "input.people NegativeNumber: This number cannot be negative.")]
    [InlineData(
        1_000_000_000_001,
        "input.people NumberTooLarge: This number is too large. Give at most 1000000000000."
    )]
    public async Task The_number_of_people_is_a_count(long people, string refusal)
    {
        var (agency, held) = await HeldAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Record(agency, At(held)) with { People = people });

        Assert.Equal([refusal], done.Refused);
    }

    [Theory]
    [InlineData(40, null)]
    [InlineData(41, "input.people: 41 people said so, more than the 40 who came.")]
    public async Task More_people_than_came_to_the_event_are_odd(long people, string? warning)
    {
        var (agency, held) = await HeldAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Record(agency, At(held)) with { People = people });

        Assert.Equal(warning is null ? [] : [warning], done.Warned);
        Assert.Equal(people, done.Record.People);
    }

    [Fact]
    public async Task A_program_of_others_is_not_found()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var program = await ProgramOf(other);
        FindingSourceInput[] sources =
        [
            new() { ProgramId = program.AsId() },
            new() { ProgramId = Ids.Unknown<Program>() },
            new() { ProgramId = Ids.Nonsense<Program>() },
        ];

        foreach (var source in sources)
            Assert.Equal(
                ["input.source.programId RecordNotFound: There is no record with this id for which you may do this."],
                (await _desk.ClerkOf(agency, other).DoAsync(Record(agency, source))).Refused
            );
    }

    [Fact]
    public async Task A_correction_says_all_of_it_anew()
    {
        var (agency, held) = await HeldAsync();
        var clerk = _desk.ClerkOf(agency);
        var finding = (
            await clerk.DoAsync(
                Record(agency, At(held)) with
                {
                    Theme = FindingTheme.Waiting,
                    CustomerGroup = CustomerGroup.Veterans,
                    People = 12,
                }
            )
        ).Record;

        var corrected = (
            await clerk.DoAsync(
                new CorrectFinding
                {
                    FindingId = finding.AsId(),
                    About = FindingAbout.EmployeeBarrier,
                    Theme = FindingTheme.Paperwork,
                    Text = finding.Text,
                    FoundOn = Day,
                    Source = At(held),
                    Reason = "Staff said so.",
                }
            )
        ).Record;

        Assert.Equal(
            (finding.Id, FindingAbout.EmployeeBarrier, FindingTheme.Paperwork, null, null),
            (corrected.Id, corrected.About, corrected.Theme, corrected.CustomerGroup, corrected.People)
        );
    }

    private async Task<(Agency Agency, Event Held)> HeldAsync() =>
        await _desk.PlannedAsync(since: e => e.Confirm(e.StartsOn, 40, CountMethod.Counted, Samples.Noon, "pat"));

    private async Task<Program> ProgramOf(Agency agency)
    {
        var program = new Program(agency.Id, "Open Door", "Anybody sees a manager.", new(1998, 3, 16));
        await _desk.SaveAsync(program);
        return program;
    }

    private static FindingSourceInput At(Event held) => new() { EventId = held.AsId() };

    private static RecordFinding Record(Agency agency, FindingSourceInput source) =>
        new()
        {
            AgencyId = agency.AsId(),
            About = FindingAbout.Satisfaction,
            Text = "Lines are long.",
            FoundOn = Day,
            Source = source,
        };
}

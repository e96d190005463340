using Cwa.Tests;
using static Cwa.Graph.Tests.Promises;

namespace Cwa.Graph.Tests;

public sealed class RecordMeasurementTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [InlineData("AT_LEAST", 95, true)]
    [InlineData("AT_LEAST", 94.9, false)]
    [InlineData("AT_MOST", 95, true)]
    [InlineData("AT_MOST", 95.1, false)]
    public async Task A_measurement_says_whether_the_promise_was_kept(string direction, double value, bool met)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency, ("direction", direction));

        var payload = await server.MeasureAsync(agency, standardId, value: value);

        Assert.Empty(payload.Refusals());
        Assert.Equal(met, payload.GetProperty("measurement").GetProperty("met").GetBoolean());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_standard_is_measured_once_for_each_period_even_by_simultaneous_callers(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);

        var payloads = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(i => server.MeasureAsync(agency, standardId, value: i))
        );
        var other = await server.MeasureAsync(agency, standardId, toMonth: "1998-04");

        Assert.Equal(1, payloads.Count(p => p.Refusals() is []));
        Assert.All(
            payloads.Where(p => p.Refusals() is not []),
            p => Assert.Equal(["MeasurementAlreadyRecorded input.fromMonth"], p.Refusals())
        );
        Assert.Empty(other.Refusals());
    }

    [Fact]
    public async Task A_second_measurement_is_refused_with_the_recorded_one()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);
        await server.MeasureAsync(agency, standardId, value: 97);

        var again = await server
            .As(agency)
            .AskAsync(
                """
                mutation ($input: RecordMeasurementInput!) {
                  recordMeasurement(input: $input) { errors { message
                    ... on MeasurementAlreadyRecorded { existing { value } } } }
                }
                """,
                new
                {
                    input = new
                    {
                        standardId,
                        fromMonth = "1998-04",
                        toMonth = "1998-06",
                        value = 98,
                    },
                }
            );

        var error = again.GetProperty("recordMeasurement").GetProperty("errors")[0];
        Assert.Equal("A measurement for 1998-04 to 1998-06 is already recorded.", error.Text("message"));
        Assert.Equal(97, error.GetProperty("existing").GetProperty("value").GetDouble());
    }

    [Theory]
    [InlineData(null, null, "NumberOrReason input.valueMissing")]
    [InlineData(96.0, "NOT_COLLECTED", "NumberOrReason input.valueMissing")]
    [InlineData(null, "NOT_COLLECTED")]
    public async Task A_measurement_has_a_value_or_a_reason(double? value, string? reason, params string[] refusals)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);

        var payload = await server.MeasureAsync(agency, standardId, value: value, valueMissing: reason);

        Assert.Equal(refusals, payload.Refusals());
    }

    [Theory]
    [InlineData("1998-12", "1998-12", "PeriodNotBegun input.fromMonth")]
    [InlineData("1998-10", "1998-09", "EndBeforeStart input.toMonth")]
    [InlineData("9999-12", "9999-12", "PeriodNotBegun input.fromMonth")]
    public async Task A_period_that_has_not_begun_or_runs_backwards_is_refused(string from, string to, string refusal)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);

        Assert.Equal([refusal], (await server.MeasureAsync(agency, standardId, from, to)).Refusals());
    }

    [Theory]
    [InlineData("1998-11", "1998-11", "input.toMonth")]
    [InlineData("1997-03", "1997-04", "input.fromMonth")]
    [InlineData("1998-09", "1998-09", "input.toMonth")]
    [InlineData("1997-04", "1997-04")]
    [InlineData("1998-08", "1998-08")]
    public async Task A_period_that_is_not_over_or_outside_the_standards_time_gets_a_warning(
        string from,
        string to,
        params string[] warnings
    )
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);
        if (from == "1998-09")
            await server
                .As(agency)
                .DoneAsync("withdrawServiceStandard", new { standardId, withdrawnOn = "1998-09-01" }, Standard);

        var payload = await server.MeasureAsync(agency, standardId, from, to);

        Assert.Empty(payload.Refusals());
        Assert.Equal(warnings, payload.Warnings());
    }

    [Fact]
    public async Task The_standard_of_another_agency_cannot_be_measured()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var standardId = await server.HasStandardAsync(agency);

        var payload = await server.MeasureAsync(await server.HasAgencyAsync(), standardId);

        Assert.Equal(["RecordNotFound input.standardId"], payload.Refusals());
    }
}

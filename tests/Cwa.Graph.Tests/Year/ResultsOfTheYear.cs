namespace Cwa.Graph.Tests.Year;

/// <summary>Actions 5 and 6: surveys and comparisons, standards, and the annual report.</summary>
internal static class ResultsOfTheYear
{
    private static readonly int[] Ratings = [10, 60, 140, 250, 150];

    // Action 6: employees are surveyed, and service is compared with the best in business.
    public static async Task AskEmployeesAndCompareAsync(AgencyYear year)
    {
        var survey = await year.DoesAsync(
            "recordSurvey",
            new
            {
                agencyId = year.AgencyId,
                kind = "EMPLOYEE",
                title = "What keeps us from serving better?",
                conductedFrom = "1998-10-01",
                conductedTo = "1998-10-31",
                population = 900,
                offered = 900,
                responses = 610,
                ratings = Ratings,
            },
            "survey { id meanRating }"
        );
        await year.IsSeenAsync(survey, "survey");
        var study = await year.DoesAsync(
            "recordBenchmarkStudy",
            new
            {
                agencyId = year.AgencyId,
                measure = "Calls answered within five minutes",
                partner = "A mail-order house",
                partnerScore = 97,
                ownScore = 81,
                unit = "percent",
                conductedOn = "1998-11-20",
            },
            "benchmarkStudy { id }"
        );
        await year.IsSeenAsync(study, "benchmarkStudy");
        var served = await year.DoesAsync(
            "declareCustomerBase",
            new
            {
                agencyId = year.AgencyId,
                customers = 2_600_000,
                effectiveFrom = "1998-10-01",
                source = "Our own records",
            },
            "customerBase { id }"
        );
        await year.IsSeenAsync(served, "customerBase");
        var choice = await year.DoesAsync(
            "declareDeliveryChoice",
            new
            {
                agencyId = year.AgencyId,
                service = "Applying for a permit",
                means = "MAIL",
                offeredFrom = "1998-01-01",
            },
            "deliveryChoice { id }"
        );
        await year.IsSeenAsync(choice, "deliveryChoice");
        foreach (var state in new[] { "CA", "NY" })
        {
            var area = await year.DoesAsync(
                "declareServiceArea",
                new
                {
                    agencyId = year.AgencyId,
                    state,
                    customersLiving = 1_200_000,
                    customersWorking = 900_000,
                },
                "serviceArea { id }"
            );
            await year.IsSeenAsync(area, "serviceArea");
        }
    }

    // Actions 5 and 6: results against the standards, integrated into a plan, in plain words; a better text replaces
    // the first.
    public static async Task PublishResultsAsync(AgencyYear year)
    {
        var standard = await year.IsSeenAsync(
            await year.DoesAsync(
                "setServiceStandard",
                new
                {
                    agencyId = year.AgencyId,
                    statement = "We will answer your call within five minutes.",
                    measure = "Calls answered within five minutes",
                    unit = "percent",
                    target = 80,
                    direction = "AT_LEAST",
                    customerGroup = "BENEFICIARIES",
                    effectiveFrom = "1998-04-01",
                },
                "serviceStandard { id }"
            ),
            "serviceStandard",
            byOthers: true
        );
        var measurement = await year.DoesAsync(
            "recordMeasurement",
            new
            {
                standardId = standard,
                fromMonth = "1998-04",
                toMonth = "1998-12",
                value = 81.5,
            },
            "measurement { id met }"
        );
        await year.IsSeenAsync(measurement, "measurement", byOthers: true);

        var first = await SaveAnnualReportAsync(year, standard, "We answered 81 of 100 calls within five minutes.");
        await year.IsSeenAsync(first, byNpr: false);
        var citation = await year.DoesAsync(
            "citePlan",
            new
            {
                law = "GPRA",
                document = "Annual Performance Plan",
                fiscalYear = 1998,
                section = "Goal 2",
                citedBy = new { annualReportId = first },
            },
            "planCitation { id }"
        );
        await year.IsSeenAsync(citation, "planCitation", byNpr: false);

        await year.DoesAsync("submitAnnualReport", new { annualReportId = first }, "annualReport { id }");
        await year.IsSeenAsync(first);
        await year.NprDoesAsync(
            "returnAnnualReport",
            new { annualReportId = first, reason = "Say what you will do better." },
            "annualReport { id }"
        );
        await SaveAnnualReportAsync(
            year,
            standard,
            "We answered 81 of 100 calls within five minutes. Next year we will answer 90."
        );
        await year.DoesAsync("submitAnnualReport", new { annualReportId = first }, "annualReport { id }");
        await year.NprDoesAsync("clearAnnualReport", new { annualReportId = first }, "annualReport { id }");
        await year.IsSeenAsync(first);
        await year.NprDoesAsync("publishAnnualReport", new { annualReportId = first }, "annualReport { id }");
        await year.IsSeenAsync(first, byOthers: true);

        var second = await SaveAnnualReportAsync(
            year,
            standard,
            "We answered 82 of 100 calls within five minutes. Next year we will answer 90."
        );
        Assert.NotEqual(first, second);
        await year.DoesAsync("submitAnnualReport", new { annualReportId = second }, "annualReport { id }");
        await year.NprDoesAsync("clearAnnualReport", new { annualReportId = second }, "annualReport { id }");
        await year.IsSeenAsync(first, byOthers: true);
        await year.NprDoesAsync("publishAnnualReport", new { annualReportId = second }, "annualReport { id }");
        await year.IsSeenAsync(second, byOthers: true);
        await year.IsSeenAsync(first);
    }

    private static async Task<string> SaveAnnualReportAsync(AgencyYear year, string standardId, string text)
    {
        var saved = await year.DoesAsync(
            "saveAnnualReportDraft",
            new
            {
                agencyId = year.AgencyId,
                year = 1998,
                yearBasis = "CALENDAR",
                title = "What we did for you in 1998",
                statements = new[]
                {
                    new
                    {
                        standardId,
                        text,
                        result = 81.5,
                        met = true,
                    },
                },
            },
            "annualReport { id }"
        );
        return saved.GetProperty("annualReport").Text("id")!;
    }
}

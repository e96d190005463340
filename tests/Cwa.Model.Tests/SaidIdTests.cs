namespace Cwa.Model.Tests;

/// <summary>Samples give each record its id and its instant, so that they come out the same on every machine.</summary>
public sealed class SaidIdTests
{
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly DateTime At = new(1998, 3, 3, 17, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(1998, 4, 14);
    private static readonly ReportMonth Month = new(1998, 4);
    private static readonly Agency Agency = Samples.Agency();

    private static IEnumerable<object> Records
    {
        get
        {
            var standard = Standard();
            var plan = Plan();
            var draft = new MonthlyReport(Agency.Id, Month);
            var finding = new Finding(Agency.Id, FindingAbout.Satisfaction, "Long waits.", Day, Guid.NewGuid(), null);
            var figures = new SurveyFigures
            {
                Population = 3,
                Offered = 2,
                Responses = 1,
            };
            return
            [
                new Liaison(Agency.Id, "Pat", null, null, "1", null, Coverage.Self, Day, At, Id, At),
                new Program(Agency.Id, "Days", "To listen.", Day, null, Id, At),
                new ServiceArea(Agency.Id, StateCode.CA, 1, 2, Id, At),
                new CustomerBase(Agency.Id, 1, Day, "A count", Id, At),
                new DeliveryChoice(Agency.Id, "Permits", Channel.Mail, Day, null, null, Id, At),
                new DueDay(Month, Day, Id, At),
                new MonthlyReport(Agency.Id, Month, Id, At),
                new DraftEvent(draft, 0, Samples.Facts(), [], null, Id, At),
                Standard(Id, At),
                new Measurement(standard, Month, Month, 95, null, Id, At),
                new Analysis(Agency.Id, Month, Month, [], "Most ask about notices.", Day, Id, At),
                new Survey(Agency.Id, SurveyKind.Customer, "How did we do?", Day, Day, figures, Id, At),
                new BenchmarkStudy(Agency.Id, "Rings", "A bank", 3, 4, "rings", Day, Id, At),
                Plan(Id, At),
                PlanCitation.By(new AnnualReport(Agency.Id, 1998, YearBasis.Fiscal, "Results"), plan, Id, At),
                PlanCitation.By(new Measurement(standard, Month, Month, 95), plan, Id, At),
                PlanCitation.By(finding, plan, Id, At),
            ];
        }
    }

    [Fact]
    public void A_record_has_the_id_and_the_instants_that_are_said() =>
        Assert.All(
            Records,
            record =>
            {
                Assert.Equal(Id, Of(record, "Id"));
                Assert.Equal(At, Of(record, "RecordedAt"));
                Assert.Equal(At, Of(record, "UpdatedAt") ?? At);
            }
        );

    private static object? Of(object record, string property) =>
        record.GetType().GetProperty(property)?.GetValue(record);

    private static ServiceStandard Standard(Guid? id = null, DateTime? at = null) =>
        new(
            Agency.Id,
            "We answer within a day.",
            "answers",
            "percent",
            95,
            TargetDirection.AtLeast,
            CustomerGroup.GeneralPublic,
            Day,
            id,
            at
        );

    private static PlanReference Plan(Guid? id = null, DateTime? at = null) =>
        new(Agency.Id, PlanLaw.Gpra, "Performance Plan", 1999, "Goal 2", id, at);
}

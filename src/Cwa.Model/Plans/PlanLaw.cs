namespace Cwa.Model;

/// <summary>The laws whose plans and reports action 5 of the memorandum names.</summary>
public enum PlanLaw
{
    /// <summary>
    /// The Government Performance and Results Act of 1993: strategic and performance plans, measures.
    /// </summary>
    Gpra = 1,

    /// <summary>The Chief Financial Officers Act of 1990: reports on financial and program performance.</summary>
    CfoAct = 2,

    /// <summary>The Government Management Reform Act of 1994: audited agency-wide financial statements.</summary>
    Gmra = 3,
}

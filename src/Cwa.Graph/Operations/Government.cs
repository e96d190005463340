namespace Cwa.Graph;

/// <summary>
/// How many agencies a list of all can hold, past and present. The government of 1998 has some 160, in 77 departments
/// and independent agencies; the cost of a list counts with more.
/// </summary>
internal static class Government
{
    public const int MostAgencies = 250,
        MostDepartments = 90;
}
